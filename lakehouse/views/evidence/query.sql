-- inputs: metric.indicator_value, views.indicator, views.area
SELECT
  v.indicator_code,
  i.name_zh AS indicator_zh,
  i.name_en AS indicator_en,
  v.ref_area,
  a.area_zh,
  a.area_en,
  v.time_period,
  v.value,
  v.numerator,
  v.denominator,
  i.unit_zh,
  i.unit_en,
  v.value_status,
  v.value_status = 'synthetic' AS synthetic,
  v.quality,
  v.evidence,
  v.definition_hash,
  v.code_version
FROM metric.indicator_value v
LEFT JOIN views.indicator i ON i.indicator_code = v.indicator_code
LEFT JOIN views.area a ON a.ref_area = v.ref_area
