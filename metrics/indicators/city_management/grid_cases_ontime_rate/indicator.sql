SELECT
  ref_area,
  CAST(day AS STRING) AS time_period,
  due_on_time AS numerator,
  due AS denominator,
  CASE WHEN synthetic THEN 'synthetic' END AS value_status,
  array(area_selector('city.service_case', ref_area, array(
    'case_kind', case_kind,
    'due_on', CAST(day AS STRING)))) AS evidence
FROM city.case_day
WHERE case_kind = 'grid' AND due > 0
