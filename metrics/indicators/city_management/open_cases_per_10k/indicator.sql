WITH residents AS (
  SELECT area, sum(residents) AS residents, bool_or(synthetic) AS synthetic, max(state_on) AS counted_on
  FROM (SELECT *, explode(areas(ref_area, subdistrict_code)) AS area FROM city.resident_count)
  GROUP BY area
),
cases AS (
  SELECT *, explode(areas(ref_area, subdistrict_code)) AS area
  FROM city.service_case
  -- A ticket that the hotline handed on stands in the grid's cases too.
  WHERE case_kind = 'hotline' OR (case_kind = 'grid' AND NOT coalesce(channel = 'hotline', false))
),
open AS (
  SELECT area, count_if(status = 'open') AS open, bool_or(synthetic) AS synthetic
  FROM cases
  GROUP BY area
)
SELECT
  residents.area AS ref_area,
  CAST((SELECT max(state_on) FROM cases) AS STRING) AS time_period,
  coalesce(open.open, 0) AS numerator,
  residents.residents AS denominator,
  CASE WHEN residents.synthetic OR open.synthetic THEN 'synthetic' END AS value_status,
  array(
    area_selector('city.service_case', residents.area, array('status', 'open')),
    area_selector('city.resident_count', residents.area, array(
      'state_on', CAST(residents.counted_on AS STRING)))) AS evidence
FROM residents
LEFT JOIN open ON open.area = residents.area
WHERE EXISTS (SELECT 1 FROM cases)
