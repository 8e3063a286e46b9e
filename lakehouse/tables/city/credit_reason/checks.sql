-- check: key-unique (error)
SELECT legal_entity_id, model, effect, source_id, source_key, item, count(*) AS rows
FROM this
GROUP BY legal_entity_id, model, effect, source_id, source_key, item
HAVING count(*) > 1;

-- check: points-fit (error)
SELECT legal_entity_id, source_id, source_key, points, counted
FROM this
WHERE counted < 0 OR counted > points;
