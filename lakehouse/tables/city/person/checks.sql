-- check: id-unique (error)
SELECT person_id, count(*) AS rows
FROM this
GROUP BY person_id
HAVING count(*) > 1;

-- check: has-records (error)
SELECT person_id
FROM this
WHERE records < 1 OR size(sources) < 1;
