-- check: key-unique (error)
SELECT house_id, count(*) AS rows
FROM this
GROUP BY house_id
HAVING count(*) > 1;
