-- Only years that are valid: otherwise missing days would look like clean ones.
SELECT
  ref_area,
  CAST(year AS STRING) AS time_period,
  sum(days_over_limit) AS numerator,
  count(*) AS denominator,
  sort_array(collect_list(selector('city.air_quality_year', array(
    'sensor_id', sensor_id,
    'metric', metric,
    'year', CAST(year AS STRING),
    'revision', CAST(revision AS STRING))))) AS evidence
FROM city.air_quality_year
WHERE metric = 'pm25' AND official AND valid
GROUP BY ref_area, year
