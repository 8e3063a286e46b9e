-- check: key-unique (error)
SELECT station_code, metric, day, count(*) AS rows
FROM this
GROUP BY station_code, metric, day
HAVING count(*) > 1;

-- check: area-known (error)
SELECT DISTINCT ref_area
FROM this
WHERE ref_area NOT IN (SELECT code FROM city.district);
