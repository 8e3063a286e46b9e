SELECT
  ref_area,
  CAST(day AS STRING) AS time_period,
  satisfied AS numerator,
  answered AS denominator,
  CASE WHEN synthetic THEN 'synthetic' END AS value_status,
  array(area_selector('city.service_case', ref_area, array(
    'case_kind', case_kind,
    'closed_on', CAST(day AS STRING)))) AS evidence
FROM city.case_day
WHERE case_kind = 'hotline' AND answered > 0
