-- zh: PM2.5 日均浓度最高的二十天
-- en: The twenty days with the highest mean PM2.5
SELECT *
FROM city.air_quality_day
WHERE valid
ORDER BY mean DESC
LIMIT 20
