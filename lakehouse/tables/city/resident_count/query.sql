-- inputs: raw.household_registration, city.subdistrict
SELECT
  subdistrict.code AS subdistrict_code,
  subdistrict.ref_area,
  count(*) AS residents,
  max(person.snapshot_date) AS state_on,
  bool_or(coalesce(contains(person.file, '_synthetic'), false)) AS synthetic
FROM raw.household_registration AS person
JOIN city.subdistrict AS subdistrict ON subdistrict.code = person.street_code
WHERE coalesce(person.ended, '0') <> '1'
GROUP BY subdistrict.code, subdistrict.ref_area
