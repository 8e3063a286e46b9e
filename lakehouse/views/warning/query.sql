-- inputs: metric.warning, views.indicator, views.area
SELECT
  w.level,
  w.indicator_code,
  i.name_zh AS indicator_zh,
  i.name_en AS indicator_en,
  w.ref_area,
  a.area_zh,
  a.area_en,
  w.time_period,
  w.value,
  w.threshold,
  i.unit_zh,
  i.unit_en,
  w.since,
  w.message_zh,
  w.message_en,
  w.synthetic,
  w.owner
FROM metric.warning w
LEFT JOIN views.indicator i ON i.indicator_code = w.indicator_code
LEFT JOIN views.area a ON a.ref_area = w.ref_area
