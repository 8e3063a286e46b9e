-- check: key-unique (error)
SELECT sensor_id, metric, observed_date, revision, count(*) AS rows
FROM this
GROUP BY sensor_id, metric, observed_date, revision
HAVING count(*) > 1;

-- check: area-known (error)
SELECT DISTINCT ref_area
FROM this
WHERE ref_area <> '310000' AND ref_area NOT IN (SELECT code FROM city.district);

-- check: hours-possible (error)
SELECT sensor_id, observed_date, hours
FROM this
WHERE hours < 0 OR hours > 24;

-- check: mean-only-when-valid (error)
SELECT sensor_id, observed_date, valid, mean
FROM this
WHERE valid <> (mean IS NOT NULL);

-- check: mean-possible (error)
SELECT sensor_id, observed_date, mean
FROM this
WHERE mean < 0 OR mean > 1000;

-- check: exceedance-agrees (error)
SELECT sensor_id, observed_date, mean, day_limit, exceeds
FROM this
WHERE exceeds <> (mean > day_limit);
