-- check: code-of-its-district (error)
SELECT code, ref_area
FROM this
WHERE NOT code RLIKE '^[0-9]{9}$' OR NOT startswith(code, ref_area);

-- check: district-known (error)
SELECT code, ref_area
FROM this
WHERE ref_area NOT IN (SELECT code FROM city.district);
