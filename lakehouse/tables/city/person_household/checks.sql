-- check: key-unique (error)
SELECT person_id, household_id, count(*) AS rows
FROM this
GROUP BY person_id, household_id
HAVING count(*) > 1;

-- check: one-household (warn)
SELECT person_id, count(*) AS households
FROM this
GROUP BY person_id
HAVING count(*) > 1;
