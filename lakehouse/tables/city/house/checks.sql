-- check: id-unique (error)
SELECT house_id, count(*) AS rows
FROM this
GROUP BY house_id
HAVING count(*) > 1;

-- check: has-records (error)
SELECT house_id
FROM this
WHERE records < 1 OR size(sources) < 1;
