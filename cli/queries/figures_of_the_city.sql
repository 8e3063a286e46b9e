-- zh: 全市指标最新值，含单位与目标
-- en: The city's newest figures, with unit and target
SELECT indicator_zh, indicator_en, time_period, value, unit_zh, target, target_due, synthetic
FROM (
  SELECT
    f.*,
    row_number() OVER (PARTITION BY indicator_code ORDER BY time_period DESC) AS newest
  FROM views.figure f
  WHERE ref_area = '310000' AND value IS NOT NULL
)
WHERE newest = 1
ORDER BY indicator_code
