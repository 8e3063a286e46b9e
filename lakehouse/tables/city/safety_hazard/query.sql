-- inputs: raw.safety_hazard, codelist.ref_area_label
WITH dated AS (
  SELECT *, max(snapshot_date) OVER () AS state_on FROM raw.safety_hazard
)
SELECT
  dated.hazard_no,
  area.code AS ref_area,
  dated.hazard_kind,
  dated.hazard_level,
  dated.found_on,
  dated.due_on,
  dated.rectified_on,
  dated.rectified_on IS NULL
    AND dated.state NOT IN ('已整改', '已销案')
    AND dated.due_on < dated.state_on AS overdue,
  dated.state_on,
  coalesce(contains(dated.file, '_synthetic'), false) AS synthetic,
  dated.delivery,
  dated.line,
  dated.load_id
FROM dated
JOIN codelist.ref_area_label AS area ON area.label = dated.district
