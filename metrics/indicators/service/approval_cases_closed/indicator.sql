SELECT
  area AS ref_area,
  CAST(closed_on AS STRING) AS time_period,
  count(*) AS numerator,
  1 AS denominator,
  CASE WHEN bool_or(synthetic) THEN 'synthetic' END AS value_status,
  array(area_selector('city.approval_case', area, array('closed_on', CAST(closed_on AS STRING)))) AS evidence
FROM (
  SELECT *, explode(areas(ref_area, CAST(NULL AS STRING))) AS area
  FROM city.approval_case
  WHERE closed_on IS NOT NULL)
GROUP BY area, closed_on
