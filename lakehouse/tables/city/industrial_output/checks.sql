-- check: key-unique (error)
SELECT indicator_code, ref_area, month, count(*) AS rows
FROM this
GROUP BY indicator_code, ref_area, month
HAVING count(*) > 1;

-- check: area-known (error)
SELECT DISTINCT ref_area
FROM this
WHERE ref_area NOT IN (SELECT code FROM city.district);

-- check: value-not-negative (warn)
SELECT indicator_code, month, value
FROM this
WHERE value < 0;
