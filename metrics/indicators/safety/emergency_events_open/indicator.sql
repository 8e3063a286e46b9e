-- The figure stands in the day's row; the events behind it are named one by one.
WITH event AS (
  SELECT
    case_id,
    explode(areas(ref_area, subdistrict_code)) AS area,
    explode(sequence(received_on, coalesce(date_sub(closed_on, 1), state_on))) AS day
  FROM (
    SELECT * FROM city.service_case
    WHERE case_kind = 'emergency' AND status <> 'rejected'
      AND received_on <= coalesce(date_sub(closed_on, 1), state_on))
),
named AS (
  SELECT area, day, sort_array(collect_list(selector('city.service_case', array('case_id', case_id)))) AS evidence
  FROM event
  GROUP BY area, day
)
SELECT
  counted.ref_area,
  CAST(counted.day AS STRING) AS time_period,
  counted.open_at_end AS numerator,
  1 AS denominator,
  CASE WHEN counted.synthetic THEN 'synthetic' END AS value_status,
  coalesce(named.evidence, array(selector('city.case_day', array(
    'case_kind', counted.case_kind,
    'ref_area', counted.ref_area,
    'day', CAST(counted.day AS STRING))))) AS evidence
FROM city.case_day AS counted
LEFT JOIN named ON named.area = counted.ref_area AND named.day = counted.day
WHERE counted.case_kind = 'emergency'
