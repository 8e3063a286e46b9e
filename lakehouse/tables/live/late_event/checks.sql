-- check: key-unique (error)
SELECT source_id, place, position, count(*) AS rows
FROM this
GROUP BY source_id, place, position
HAVING count(*) > 1;
