-- inputs: codelist.division, city.district, city.subdistrict
SELECT code AS ref_area, name_zh AS area_zh, name_en AS area_en
FROM codelist.division
WHERE code LIKE '%0000'
UNION ALL
SELECT code, max_by(name_zh, valid_from), max_by(name_en, valid_from)
FROM city.district
GROUP BY code
UNION ALL
SELECT code, name_zh, CAST(NULL AS varchar)
FROM city.subdistrict
