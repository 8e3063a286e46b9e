SELECT
  area AS ref_area,
  date_format(max(state_on), 'yyyy-MM') AS time_period,
  sum(contract_sum) AS numerator,
  1 AS denominator,
  CASE WHEN bool_or(synthetic) THEN 'synthetic' END AS value_status,
  array(area_selector('city.construction_project', area, array('major', 'true', 'under_way', 'true'))) AS evidence
FROM (
  SELECT *, explode(areas(ref_area, CAST(NULL AS STRING))) AS area
  FROM city.construction_project
  WHERE major AND under_way)
GROUP BY area
