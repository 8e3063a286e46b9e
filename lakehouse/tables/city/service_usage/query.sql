-- inputs: raw.service_usage, codelist.ref_area_label
SELECT
  service.service_code,
  service.used_on,
  service.channel,
  area.code AS ref_area,
  service.visits,
  service.handled,
  service.finished,
  service.evaluations,
  coalesce(service.dissatisfied, 0) + coalesce(service.very_dissatisfied, 0) AS bad,
  coalesce(service.rectified, 0) AS rectified,
  max(service.used_on) OVER () AS state_on,
  coalesce(contains(service.file, '_synthetic'), false) AS synthetic,
  service.delivery,
  service.line,
  service.load_id
FROM raw.service_usage AS service
JOIN codelist.ref_area_label AS area ON area.label = service.district
