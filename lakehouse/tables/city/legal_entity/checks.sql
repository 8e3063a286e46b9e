-- check: id-unique (error)
SELECT legal_entity_id, count(*) AS rows
FROM this
GROUP BY legal_entity_id
HAVING count(*) > 1;

-- check: has-records (error)
SELECT legal_entity_id
FROM this
WHERE records < 1 OR size(sources) < 1;
