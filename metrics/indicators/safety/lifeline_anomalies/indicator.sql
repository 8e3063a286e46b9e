SELECT
  area AS ref_area,
  CAST(observed_on AS STRING) AS time_period,
  count_if(anomalous) AS numerator,
  1 AS denominator,
  CASE WHEN bool_or(synthetic) THEN 'synthetic' END AS value_status,
  array(area_selector('city.lifeline_reading', area, array(
    'anomalous', 'true',
    'observed_on', CAST(observed_on AS STRING)))) AS evidence
FROM (
  SELECT *, explode(areas(ref_area, CAST(NULL AS STRING))) AS area
  FROM city.lifeline_reading)
GROUP BY area, observed_on
