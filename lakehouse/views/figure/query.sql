-- inputs: metric.indicator_value, metric.indicator_target, views.indicator, views.area
WITH due AS (
  SELECT
    indicator_code,
    ref_area,
    TRY_CAST(regexp_extract(time_period, '[0-9]{4}$') AS integer) AS due_year,
    min_by(target, source_key) AS target,
    min_by(comparison, source_key) AS comparison
  FROM metric.indicator_target
  WHERE target IS NOT NULL
  GROUP BY 1, 2, 3
),
in_force AS (
  SELECT
    due.*,
    lag(due_year) OVER (PARTITION BY indicator_code, ref_area ORDER BY due_year) AS year_before
  FROM due
  WHERE due_year IS NOT NULL
)
SELECT
  v.indicator_code,
  i.name_zh AS indicator_zh,
  i.name_en AS indicator_en,
  v.ref_area,
  a.area_zh,
  a.area_en,
  v.time_period,
  v.value,
  i.unit_zh,
  i.unit_en,
  v.value_status,
  v.value_status = 'synthetic' AS synthetic,
  v.quality,
  t.target,
  t.due_year AS target_due,
  t.comparison AS target_comparison,
  i.direction,
  i.owner
FROM metric.indicator_value v
LEFT JOIN views.indicator i ON i.indicator_code = v.indicator_code
LEFT JOIN views.area a ON a.ref_area = v.ref_area
LEFT JOIN in_force t
  ON t.indicator_code = v.indicator_code
  AND t.ref_area = v.ref_area
  AND v.value_status <> 'synthetic'
  AND TRY_CAST(substr(v.time_period, 1, 4) AS integer) <= t.due_year
  AND (t.year_before IS NULL OR TRY_CAST(substr(v.time_period, 1, 4) AS integer) > t.year_before)
