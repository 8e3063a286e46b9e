-- check: key-unique (error)
SELECT rule, source_id, series, opened_at, happened_at, kind, who, count(*) AS rows
FROM this
GROUP BY rule, source_id, series, opened_at, happened_at, kind, who
HAVING count(*) > 1;
