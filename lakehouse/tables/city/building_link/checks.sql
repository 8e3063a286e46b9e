-- check: record-once (error)
SELECT source_id, source_key, count(*) AS rows
FROM this
GROUP BY source_id, source_key
HAVING count(*) > 1;

-- check: linked-by-known (error)
SELECT DISTINCT linked_by
FROM this
WHERE linked_by NOT IN ('rule', 'decision', 'alone');
