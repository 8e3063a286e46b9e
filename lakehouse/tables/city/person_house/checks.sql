-- check: key-unique (error)
SELECT person_id, house_id, relation, count(*) AS rows
FROM this
GROUP BY person_id, house_id, relation
HAVING count(*) > 1;

-- check: relation-known (error)
SELECT DISTINCT relation
FROM this
WHERE relation NOT IN ('residence', 'former_residence', 'ownership', 'address');
