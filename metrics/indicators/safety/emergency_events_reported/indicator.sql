SELECT
  ref_area,
  CAST(day AS STRING) AS time_period,
  received AS numerator,
  1 AS denominator,
  CASE WHEN synthetic THEN 'synthetic' END AS value_status,
  array(area_selector('city.service_case', ref_area, array(
    'case_kind', case_kind,
    'received_on', CAST(day AS STRING)))) AS evidence
FROM city.case_day
WHERE case_kind = 'emergency'
