WITH station AS (
  SELECT ref_area, observed_date AS day, mean, false AS synthetic,
    selector('city.air_quality_day', array(
      'sensor_id', sensor_id, 'metric', metric, 'observed_date', CAST(observed_date AS STRING),
      'revision', CAST(revision AS STRING))) AS selector
  FROM city.air_quality_day
  WHERE metric = 'pm25' AND official AND valid AND ref_area IS NOT NULL
  UNION ALL
  SELECT ref_area, day, exact_divide(1, total, hours), synthetic,
    selector('city.air_station_day', array(
      'station_code', station_code, 'metric', metric, 'day', CAST(day AS STRING)))
  FROM city.air_station_day
  WHERE metric = 'pm2_5' AND valid
)
SELECT
  area AS ref_area,
  CAST(day AS STRING) AS time_period,
  sum(mean) AS numerator,
  count(*) AS denominator,
  CASE WHEN bool_or(synthetic) THEN 'synthetic' END AS value_status,
  sort_array(collect_list(selector)) AS evidence
FROM (
  -- Two districts of sixteen are no city.
  SELECT *, explode(CASE WHEN synthetic THEN areas(ref_area, NULL) ELSE array(ref_area) END) AS area
  FROM station)
GROUP BY area, day
