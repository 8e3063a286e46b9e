-- inputs: raw.approval_case, codelist.ref_area_label, codelist.case_satisfaction
WITH dated AS (
  SELECT
    *,
    city_day(coalesce(due_at, closed_at)) AS due_on,
    max(snapshot_date) OVER () AS state_on
  FROM raw.approval_case
)
SELECT
  'approval_case/' || dated.case_no AS case_id,
  dated.source_key,
  dated.item_code,
  dated.item_name,
  dated.department,
  area.code AS ref_area,
  dated.channel,
  city_day(dated.applied_at) AS applied_on,
  dated.due_on,
  city_day(dated.closed_at) AS closed_on,
  coalesce(
    dated.closed_at <= dated.due_at,
    CASE WHEN dated.closed_at IS NULL AND dated.due_on <= dated.state_on THEN false END) AS on_time,
  dated.outcome,
  satisfaction.code AS satisfaction,
  dated.state_on,
  coalesce(contains(dated.file, '_synthetic'), false) AS synthetic,
  dated.delivery,
  dated.line,
  dated.load_id
FROM dated
JOIN codelist.ref_area_label AS area ON area.label = dated.district
LEFT JOIN codelist.case_satisfaction AS satisfaction ON satisfaction.label = dated.satisfaction
