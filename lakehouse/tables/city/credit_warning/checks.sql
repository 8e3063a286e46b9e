-- check: key-unique (error)
SELECT legal_entity_id, model, rule, scored_on, count(*) AS rows
FROM this
GROUP BY legal_entity_id, model, rule, scored_on
HAVING count(*) > 1;

-- check: became-worse (error)
SELECT legal_entity_id, model, rule, scored_on
FROM this
WHERE scored_on <= former_on
  OR (rule = 'class_fell' AND credit_class <= former_class)
  OR (rule = 'score_fell' AND score >= former_score);
