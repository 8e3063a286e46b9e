-- check: key-unique (error)
SELECT legal_entity_id, count(*) AS rows
FROM this
GROUP BY legal_entity_id
HAVING count(*) > 1;

-- check: building-found (warn)
SELECT count(*) AS entities
FROM this
WHERE building_id IS NULL
HAVING count(*) > 0;
