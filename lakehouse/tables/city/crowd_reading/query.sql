-- inputs: raw.crowd_reading, codelist.ref_area_label
SELECT
  reading.area_code,
  reading.observed_at,
  area.code AS ref_area,
  city_day(reading.observed_at) AS observed_on,
  reading.people,
  reading.capacity,
  coalesce(contains(reading.file, '_synthetic'), false) AS synthetic,
  reading.delivery,
  reading.line,
  reading.load_id
FROM raw.crowd_reading AS reading
JOIN codelist.ref_area_label AS area ON area.label = reading.district
