-- check: key-unique (error)
SELECT source_id, series, observed_at, revision, count(*) AS rows
FROM this
GROUP BY source_id, series, observed_at, revision
HAVING count(*) > 1;
