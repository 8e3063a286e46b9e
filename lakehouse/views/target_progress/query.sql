-- inputs: metric.target_outlook, views.indicator, views.area
SELECT
  o.indicator_code,
  i.name_zh AS indicator_zh,
  i.name_en AS indicator_en,
  o.ref_area,
  a.area_zh,
  a.area_en,
  o.time_period,
  o.target,
  o.actual_period,
  o.actual,
  i.unit_zh,
  i.unit_en,
  o.gap,
  o.pace_needed,
  o.pace_made,
  o.outlook,
  o.outlook_zh,
  o.outlook_en,
  i.owner
FROM metric.target_outlook o
LEFT JOIN views.indicator i ON i.indicator_code = o.indicator_code
LEFT JOIN views.area a ON a.ref_area = o.ref_area
