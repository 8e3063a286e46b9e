SELECT
  area AS ref_area,
  CAST(observed_on AS STRING) AS time_period,
  max_by(people, fullness) AS numerator,
  max_by(capacity, fullness) AS denominator,
  CASE WHEN bool_or(synthetic) THEN 'synthetic' END AS value_status,
  array(max_by(selector('city.crowd_reading', array(
    'area_code', area_code,
    'observed_at', translate(date_format(observed_at, 'yyyy-MM-dd HH:mm:ss'), ' ', 'T') || 'Z')), fullness)) AS evidence
FROM (
  SELECT
    *,
    -- Of equal ones the first by area and time, whatever the order of reading.
    struct(exact_divide(1, people, capacity), area_code, observed_at) AS fullness,
    explode(areas(ref_area, CAST(NULL AS STRING))) AS area
  FROM city.crowd_reading
  WHERE capacity > 0)
GROUP BY area, observed_on
