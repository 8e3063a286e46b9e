-- check: key-unique (error)
SELECT legal_entity_id, model, scored_on, count(*) AS rows
FROM this
GROUP BY legal_entity_id, model, scored_on
HAVING count(*) > 1;

-- check: score-not-negative (error)
SELECT legal_entity_id, model, scored_on
FROM this
WHERE score < 0;

-- check: change-adds-up (error)
SELECT legal_entity_id, model, scored_on
FROM (
  SELECT *, lag(score) OVER (PARTITION BY legal_entity_id, model ORDER BY scored_on) AS former
  FROM this)
WHERE NOT points_change <=> score - former;
