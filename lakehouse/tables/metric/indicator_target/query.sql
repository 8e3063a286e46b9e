-- inputs: city.observation
-- Every target of a plan, beside the latest actual figure that is not later than the target.
WITH figure AS (
  SELECT
    *,
    selector('city.observation', array(
      'source_id', source_id,
      'source_key', source_key,
      'revision', CAST(revision AS STRING))) AS selector
  FROM city.observation
),
paired AS (
  SELECT
    target.*,
    actual.time_period AS actual_period,
    actual.value AS actual,
    actual.selector AS actual_selector,
    row_number() OVER (
      PARTITION BY target.source_id, target.source_key
      ORDER BY actual.period_end DESC, actual.priority, actual.source_id, actual.source_key) AS choice
  FROM figure AS target
  LEFT JOIN figure AS actual
    ON actual.indicator_code = target.indicator_code
    AND actual.ref_area = target.ref_area
    AND actual.unit_measure = target.unit_measure
    AND actual.figure_kind = 'actual'
    AND actual.value IS NOT NULL
    AND actual.period_end <= target.period_end
    -- A plan is not held against figures that were made up for a demonstration.
    AND coalesce(actual.value_status, 'reported') <> 'synthetic'
  WHERE target.figure_kind = 'target'
),
measured AS (
  SELECT
    *,
    CASE
      WHEN direction = 'higher' THEN exact_divide(100, actual, value)
      -- Spark shortens decimals(38,10) that it subtracts; cut at 200 first, it keeps all digits.
      WHEN direction = 'lower' AND actual IS NOT NULL AND value <> 0 THEN
        200 - CAST(least(200, exact_divide(100, actual, value)) AS DECIMAL(20, 10))
    END AS uncapped
  FROM paired
  WHERE choice = 1
)
SELECT
  source_key,
  source_id,
  indicator_code,
  name_zh,
  name_en,
  ref_area,
  time_period,
  value AS target,
  comparison,
  unit_measure,
  direction,
  binding,
  actual_period,
  actual,
  -- least and greatest pass over nulls, but without a quotient there is no attainment.
  CASE WHEN uncapped IS NOT NULL THEN least(100, greatest(0, uncapped)) END AS attainment,
  array_compact(array(selector, actual_selector)) AS evidence,
  basis
FROM measured
