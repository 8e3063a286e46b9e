SELECT
  area AS ref_area,
  CAST(max(state_on) AS STRING) AS time_period,
  count_if(overdue) AS numerator,
  1 AS denominator,
  CASE WHEN bool_or(synthetic) THEN 'synthetic' END AS value_status,
  array(area_selector('city.safety_hazard', area, array('overdue', 'true'))) AS evidence
FROM (
  SELECT *, explode(areas(ref_area, CAST(NULL AS STRING))) AS area
  FROM city.safety_hazard)
GROUP BY area
