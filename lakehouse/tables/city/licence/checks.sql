-- check: id-unique (error)
SELECT licence_id, count(*) AS rows
FROM this
GROUP BY licence_id
HAVING count(*) > 1;

-- check: has-records (error)
SELECT licence_id
FROM this
WHERE records < 1 OR size(sources) < 1;
