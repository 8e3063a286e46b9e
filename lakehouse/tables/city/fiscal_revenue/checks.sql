-- check: key-unique (error)
SELECT source_key, count(*) AS rows
FROM this
GROUP BY source_key
HAVING count(*) > 1;

-- check: area-known (error)
SELECT DISTINCT ref_area
FROM this
WHERE ref_area NOT IN (SELECT code FROM city.district);
