SELECT
  ref_area,
  month AS time_period,
  value AS numerator,
  1 AS denominator,
  CASE WHEN flash THEN 'P' END AS obs_status,
  CASE WHEN synthetic THEN 'synthetic' END AS value_status,
  array(selector('city.industrial_output', array(
    'indicator_code', indicator_code, 'ref_area', ref_area, 'month', month))) AS evidence
FROM city.industrial_output
WHERE indicator_code = 'B2040101'
