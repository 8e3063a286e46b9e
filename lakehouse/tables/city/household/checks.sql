-- check: id-unique (error)
SELECT household_id, count(*) AS rows
FROM this
GROUP BY household_id
HAVING count(*) > 1;

-- check: has-records (error)
SELECT household_id
FROM this
WHERE records < 1 OR size(sources) < 1;
