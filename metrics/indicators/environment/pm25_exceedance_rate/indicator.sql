-- Per valid day, in years that are valid: winter days weigh more when summer is missing.
SELECT
  ref_area,
  CAST(year AS STRING) AS time_period,
  sum(days_over_limit) AS numerator,
  sum(valid_days) AS denominator,
  sort_array(collect_list(selector('city.air_quality_year', array(
    'sensor_id', sensor_id,
    'metric', metric,
    'year', CAST(year AS STRING),
    'revision', CAST(revision AS STRING))))) AS evidence
FROM city.air_quality_year
WHERE metric = 'pm25' AND official AND valid
GROUP BY ref_area, year
