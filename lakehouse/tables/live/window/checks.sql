-- check: key-unique (error)
SELECT source_id, series, metric, window_start, revision, count(*) AS rows
FROM this
GROUP BY source_id, series, metric, window_start, revision
HAVING count(*) > 1;
