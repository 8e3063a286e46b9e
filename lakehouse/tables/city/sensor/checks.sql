-- check: key-unique (error)
SELECT sensor_id, count(*) AS rows
FROM this
GROUP BY sensor_id
HAVING count(*) > 1;

-- check: area-known (error)
SELECT DISTINCT ref_area
FROM this
WHERE ref_area <> '310000' AND ref_area NOT IN (SELECT code FROM city.district);

-- check: metric-given (error)
SELECT sensor_id
FROM this
WHERE metric = '';
