-- check: key-unique (error)
SELECT sensor_id, metric, year, revision, count(*) AS rows
FROM this
GROUP BY sensor_id, metric, year, revision
HAVING count(*) > 1;

-- check: area-known (error)
SELECT DISTINCT ref_area
FROM this
WHERE ref_area <> '310000' AND ref_area NOT IN (SELECT code FROM city.district);

-- check: days-possible (error)
SELECT sensor_id, year, valid_days, days_over_limit
FROM this
WHERE valid_days < 0 OR valid_days > 366 OR days_over_limit < 0 OR days_over_limit > valid_days;

-- check: mean-only-when-valid (error)
SELECT sensor_id, year, valid, mean
FROM this
WHERE valid <> (mean IS NOT NULL);

-- check: mean-possible (error)
SELECT sensor_id, year, mean
FROM this
WHERE mean < 0 OR mean > 1000;
