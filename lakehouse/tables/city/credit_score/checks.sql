-- check: key-unique (error)
SELECT legal_entity_id, model, count(*) AS rows
FROM this
GROUP BY legal_entity_id, model
HAVING count(*) > 1;

-- check: score-not-negative (error)
SELECT legal_entity_id, model
FROM this
WHERE score < 0 OR records < 0 OR reasons < 0;
