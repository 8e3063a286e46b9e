-- One target per indicator and target period: a plan that says the same twice does not count twice.
WITH chosen AS (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY ref_area, indicator_code, time_period
      ORDER BY source_id, source_key) AS place
  FROM metric.indicator_target
  WHERE attainment IS NOT NULL AND ref_area IS NOT NULL
)
SELECT
  ref_area,
  actual_period AS time_period,
  sum(attainment) AS numerator,
  count(*) AS denominator,
  sort_array(collect_list(selector('metric.indicator_target', array(
    'source_id', source_id,
    'source_key', source_key)))) AS evidence
FROM chosen
WHERE place = 1
GROUP BY ref_area, actual_period
