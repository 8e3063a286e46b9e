-- check: key-unique (error)
SELECT subdistrict_code, count(*) AS rows
FROM this
GROUP BY subdistrict_code
HAVING count(*) > 1;

-- check: area-known (error)
SELECT DISTINCT ref_area
FROM this
WHERE ref_area NOT IN (SELECT code FROM city.district);
