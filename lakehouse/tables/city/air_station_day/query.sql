-- inputs: raw.air_quality_station_reading, codelist.ref_area_label
-- observed_at is the end of the hour, so the hour belongs to the day of the moment before it.
WITH hour AS (
  SELECT *, city_day(observed_at - INTERVAL 1 SECOND) AS day
  FROM raw.air_quality_station_reading
  WHERE value IS NOT NULL AND flag IS NULL
)
SELECT
  hour.station_code,
  hour.variable AS metric,
  hour.day,
  min(area.code) AS ref_area,
  sum(hour.value) AS total,
  count(*) AS hours,
  count(*) >= 20 AS valid,
  bool_or(coalesce(contains(hour.file, '_synthetic'), false)) AS synthetic
FROM hour
JOIN codelist.ref_area_label AS area ON area.label = hour.district
GROUP BY hour.station_code, hour.variable, hour.day
