-- The rule for every indicator of method `reported`: of the current figures for the same indicator,
-- area and period, the one with the best declared priority is taken; on equal priority the one that
-- comes first by source and key, so that the choice never depends on the order of loads.
-- :units maps the code of each such indicator to its unit; figures in other units are left out.
WITH figure AS (
  SELECT
    *,
    struct(priority, source_id, source_key) AS choice,
    selector('city.observation', array(
      'source_id', source_id,
      'source_key', source_key,
      'revision', CAST(revision AS STRING))) AS selector
  FROM city.observation
  WHERE figure_kind = 'actual'
    AND value IS NOT NULL
    AND ref_area IS NOT NULL
    AND element_at(:units, indicator_code) = unit_measure
)
SELECT
  indicator_code,
  ref_area,
  min_by(ref_area_valid_from, choice) AS ref_area_valid_from,
  time_period,
  min_by(value, choice) AS numerator,
  1 AS denominator,
  min_by(obs_status, choice) AS obs_status,
  min_by(value_status, choice) AS value_status,
  concat_ws(',', array_compact(array(
    CASE WHEN count(DISTINCT value, value_high) > 1 OR count(DISTINCT value) > 1 THEN 'conflict' END,
    CASE WHEN min_by(comparison, choice) = '~' THEN 'approximate' END,
    CASE WHEN min_by(comparison, choice) IN ('>', '>=', '<', '<=')
      OR min_by(value_high, choice) IS NOT NULL THEN 'bound' END))) AS quality,
  transform(
    array_sort(collect_list(struct(choice, selector))), entry -> entry.selector) AS evidence
FROM figure
GROUP BY indicator_code, ref_area, time_period
