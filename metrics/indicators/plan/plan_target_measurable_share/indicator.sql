-- The denominator holds every target that names a number and is due after the actual's period.
WITH chosen AS (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY ref_area, indicator_code, time_period
      ORDER BY source_id, source_key) AS place
  FROM metric.indicator_target
  WHERE target IS NOT NULL AND direction <> 'neutral' AND ref_area IS NOT NULL
),
period AS (
  SELECT DISTINCT ref_area, actual_period
  FROM chosen
  WHERE place = 1 AND attainment IS NOT NULL
)
SELECT
  period.ref_area,
  period.actual_period AS time_period,
  count_if(chosen.attainment IS NOT NULL AND chosen.actual_period = period.actual_period) AS numerator,
  count(*) AS denominator,
  sort_array(collect_list(selector('metric.indicator_target', array(
    'source_id', chosen.source_id,
    'source_key', chosen.source_key)))) AS evidence
FROM period
JOIN chosen
  ON chosen.ref_area = period.ref_area
  AND chosen.place = 1
  AND period_end(chosen.time_period) > period_end(period.actual_period)
GROUP BY period.ref_area, period.actual_period
