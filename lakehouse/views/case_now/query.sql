-- inputs: city.service_case, views.area
SELECT
  c.case_id,
  c.case_kind,
  c.category,
  c.ref_area,
  d.area_zh AS district_zh,
  c.subdistrict_code,
  s.area_zh AS subdistrict_zh,
  c.received_at,
  c.due_at,
  c.closed_at,
  c.status,
  c.on_time,
  c.solved,
  c.department,
  c.synthetic
FROM city.service_case c
LEFT JOIN views.area d ON d.ref_area = c.ref_area
LEFT JOIN views.area s ON s.ref_area = c.subdistrict_code
