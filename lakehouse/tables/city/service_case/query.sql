-- inputs: raw.hotline_ticket, raw.grid_event, raw.emergency_event, city.subdistrict, codelist.ref_area_label, codelist.case_status, codelist.case_channel, codelist.case_satisfaction, codelist.emergency_level, codelist.emergency_kind
-- One row per case in the words of all sources; an emergency is told by its newest report.
WITH sent AS (
  SELECT
    'hotline' AS case_kind, 'hotline_ticket' AS source_id, source_key, ticket_no AS case_no,
    channel, category, subcategory, district, street_code,
    CAST(NULL AS STRING) AS neighbourhood_code,
    CAST(NULL AS DECIMAL(10, 6)) AS longitude, CAST(NULL AS DECIMAL(9, 6)) AS latitude,
    CAST(NULL AS STRING) AS level,
    received_at, CAST(NULL AS TIMESTAMP) AS accepted_at, dispatched_at, due_at,
    CAST(NULL AS TIMESTAMP) AS handled_at, CAST(NULL AS TIMESTAMP) AS checked_at, closed_at,
    status AS state, CASE on_time WHEN '是' THEN true WHEN '否' THEN false END AS told_on_time,
    CASE solved WHEN '是' THEN true WHEN '否' THEN false END AS solved,
    satisfaction, 'hotline_ticket/' || repeat_of AS repeat_of, handling_unit AS department,
    file, delivery, line, load_id, snapshot_date
  FROM raw.hotline_ticket
  UNION ALL
  SELECT
    'grid', 'grid_event', source_key, task_no,
    report_channel, category, subcategory, district, street_code, neighbourhood_code,
    NULL, NULL, NULL,
    found_at, accepted_at, dispatched_at, due_at, handled_at, checked_at, closed_at,
    -- 否 of a case that is open says no more than that its time has not come.
    case_status, CASE WHEN overdue = '是' THEN false WHEN closed_at IS NOT NULL AND overdue = '否' THEN true END,
    NULL,
    satisfaction, NULL, department,
    file, delivery, line, load_id, snapshot_date
  FROM raw.grid_event
  UNION ALL
  SELECT
    'emergency', 'emergency_event', source_key, event_no,
    NULL, substr(event_kind, 1, 1), event_kind, district, street_code, NULL,
    longitude, latitude, level,
    reported_at, NULL, NULL, NULL, NULL, NULL, ended_at,
    state, NULL,
    NULL,
    NULL, NULL, lead_department,
    file, delivery, line, load_id, snapshot_date
  FROM (
    SELECT *, row_number() OVER (PARTITION BY event_no ORDER BY report_seq DESC) AS place_from_newest
    FROM raw.emergency_event)
  WHERE place_from_newest = 1
),
dated AS (
  SELECT
    *,
    city_day(received_at) AS received_on,
    city_day(coalesce(due_at, closed_at)) AS due_on,
    city_day(closed_at) AS closed_on,
    max(snapshot_date) OVER (PARTITION BY source_id) AS state_on
  FROM sent
)
SELECT
  dated.source_id || '/' || dated.case_no AS case_id,
  dated.case_kind,
  dated.source_id,
  dated.source_key,
  channel.code AS channel,
  coalesce(kind.name_zh, dated.category) AS category,
  dated.subcategory,
  area.code AS ref_area,
  subdistrict.code AS subdistrict_code,
  dated.neighbourhood_code,
  dated.longitude,
  dated.latitude,
  level.code AS level,
  dated.received_at,
  dated.accepted_at,
  dated.dispatched_at,
  dated.due_at,
  dated.handled_at,
  dated.checked_at,
  dated.closed_at,
  -- A word that nobody declared leaves it to the times.
  coalesce(status.code, CASE WHEN dated.closed_at IS NULL THEN 'open' ELSE 'closed' END) AS status,
  CASE WHEN coalesce(status.code, '') <> 'rejected' THEN coalesce(
    dated.told_on_time,
    dated.closed_at <= dated.due_at,
    CASE WHEN dated.closed_at IS NULL AND dated.due_on <= dated.state_on THEN false END) END AS on_time,
  dated.solved,
  satisfaction.code AS satisfaction,
  dated.repeat_of,
  dated.department,
  coalesce(contains(dated.file, '_synthetic'), false) AS synthetic,
  dated.delivery,
  dated.line,
  dated.load_id,
  dated.received_on,
  dated.due_on,
  dated.closed_on,
  dated.state_on
FROM dated
JOIN codelist.ref_area_label AS area ON area.label = dated.district
LEFT JOIN city.subdistrict AS subdistrict ON subdistrict.code = dated.street_code
LEFT JOIN codelist.case_status AS status ON status.label = dated.source_id || '/' || dated.state
LEFT JOIN codelist.case_channel AS channel ON channel.label = dated.channel
LEFT JOIN codelist.case_satisfaction AS satisfaction ON satisfaction.label = dated.satisfaction
LEFT JOIN codelist.emergency_level AS level ON level.label = dated.level
LEFT JOIN codelist.emergency_kind AS kind ON dated.case_kind = 'emergency' AND kind.label = dated.category
