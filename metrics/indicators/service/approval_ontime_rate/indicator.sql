SELECT
  area AS ref_area,
  CAST(due_on AS STRING) AS time_period,
  count_if(on_time) AS numerator,
  count(*) AS denominator,
  CASE WHEN bool_or(synthetic) THEN 'synthetic' END AS value_status,
  array(area_selector('city.approval_case', area, array('due_on', CAST(due_on AS STRING)))) AS evidence
FROM (
  SELECT *, explode(areas(ref_area, CAST(NULL AS STRING))) AS area
  FROM city.approval_case
  WHERE on_time IS NOT NULL AND due_on <= state_on)
GROUP BY area, due_on
