-- check: key-unique (error)
SELECT sensor_id, metric, observed_at, revision, count(*) AS rows
FROM this
GROUP BY sensor_id, metric, observed_at, revision
HAVING count(*) > 1;

-- check: area-known (error)
SELECT DISTINCT ref_area
FROM this
WHERE ref_area <> '310000' AND ref_area NOT IN (SELECT code FROM city.district);

-- check: sensor-known (error)
SELECT DISTINCT sensor_id
FROM this
WHERE sensor_id NOT IN (SELECT sensor_id FROM city.sensor);

-- check: value-possible (error)
SELECT sensor_id, observed_at, value
FROM this
WHERE metric = 'pm25' AND (value < 0 OR value > 1000);

-- check: on-the-hour (error)
SELECT sensor_id, observed_at
FROM this
WHERE minute(observed_at) <> 0 OR second(observed_at) <> 0;
