-- check: attribute-once (error)
SELECT person_id, attribute, count(*) AS rows
FROM this
GROUP BY person_id, attribute
HAVING count(*) > 1;

-- check: has-winner (error)
SELECT person_id, attribute
FROM this
WHERE size(winners) < 1;
