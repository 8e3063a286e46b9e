-- check: key-unique (error)
SELECT rule, subject_id, count(*) AS rows
FROM this
GROUP BY rule, subject_id
HAVING count(*) > 1;
