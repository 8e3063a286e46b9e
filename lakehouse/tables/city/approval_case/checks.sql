-- check: key-unique (error)
SELECT case_id, count(*) AS rows
FROM this
GROUP BY case_id
HAVING count(*) > 1;

-- check: area-known (error)
SELECT DISTINCT ref_area
FROM this
WHERE ref_area NOT IN (SELECT code FROM city.district);
