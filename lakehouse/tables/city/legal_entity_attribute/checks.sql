-- check: attribute-once (error)
SELECT legal_entity_id, attribute, count(*) AS rows
FROM this
GROUP BY legal_entity_id, attribute
HAVING count(*) > 1;

-- check: has-winner (error)
SELECT legal_entity_id, attribute
FROM this
WHERE size(winners) < 1;
