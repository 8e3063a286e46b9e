-- check: key-unique (error)
SELECT hazard_no, count(*) AS rows
FROM this
GROUP BY hazard_no
HAVING count(*) > 1;

-- check: area-known (error)
SELECT DISTINCT ref_area
FROM this
WHERE ref_area NOT IN (SELECT code FROM city.district);
