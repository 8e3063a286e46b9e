-- check: key-unique (error)
SELECT legal_entity_id, building_id, count(*) AS rows
FROM this
GROUP BY legal_entity_id, building_id
HAVING count(*) > 1;
