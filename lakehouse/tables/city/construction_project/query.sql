-- inputs: raw.construction_project, codelist.ref_area_label
WITH dated AS (
  SELECT
    *,
    max(snapshot_date) OVER () AS state_on,
    started_on IS NOT NULL AND accepted_on IS NULL AS under_way
  FROM raw.construction_project
)
SELECT
  dated.project_code,
  area.code AS ref_area,
  dated.project_kind,
  dated.contract_sum,
  dated.planned_end,
  dated.started_on,
  dated.accepted_on,
  dated.under_way,
  dated.under_way
    AND (dated.project_state = '停工' OR coalesce(dated.planned_end < dated.state_on, false)) AS behind,
  coalesce(dated.contract_sum >= 5000, false) AS major,
  dated.state_on,
  coalesce(contains(dated.file, '_synthetic'), false) AS synthetic,
  dated.delivery,
  dated.line,
  dated.load_id
FROM dated
JOIN codelist.ref_area_label AS area ON area.label = dated.district
