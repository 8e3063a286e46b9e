-- check: key-unique (error)
SELECT area_code, observed_at, count(*) AS rows
FROM this
GROUP BY area_code, observed_at
HAVING count(*) > 1;

-- check: area-known (error)
SELECT DISTINCT ref_area
FROM this
WHERE ref_area NOT IN (SELECT code FROM city.district);
