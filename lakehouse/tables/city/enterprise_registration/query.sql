-- inputs: raw.legal_entity_registration, city.subdistrict, codelist.ref_area_label
WITH dated AS (
  SELECT
    *,
    coalesce(cancelled_on, revoked_on) AS ended_on,
    max(snapshot_date) OVER () AS state_on
  FROM raw.legal_entity_registration
)
SELECT
  dated.entity_no,
  area.code AS ref_area,
  subdistrict.code AS subdistrict_code,
  dated.established_on,
  date_format(dated.established_on, 'yyyy-MM') AS established_month,
  dated.ended_on,
  date_format(dated.ended_on, 'yyyy-MM') AS ended_month,
  dated.state_on,
  coalesce(contains(dated.file, '_synthetic'), false) AS synthetic,
  dated.delivery,
  dated.line,
  dated.load_id
FROM dated
JOIN codelist.ref_area_label AS area ON area.label = dated.registration_district
LEFT JOIN city.subdistrict AS subdistrict
  ON subdistrict.code = dated.street_code AND subdistrict.ref_area = area.code
