-- inputs: raw.subdistrict
SELECT code, name_zh, district_code AS ref_area, delivery, line, load_id
FROM raw.subdistrict
