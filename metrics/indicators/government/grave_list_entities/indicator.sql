WITH told AS (
  -- Nothing is said of a list of which no source ever told.
  SELECT max(state_on) AS state_on, bool_or(synthetic) AS synthetic FROM city.credit_list_entry WHERE list_kind = 'grave_breach'
),
months AS (
  -- Eight quarters, as the history of scores has them.
  SELECT explode(sequence(add_months(trunc(state_on, 'MM'), -23), trunc(state_on, 'MM'), INTERVAL 1 MONTH)) AS month, state_on, synthetic
  FROM told
)
SELECT
  '310000' AS ref_area,
  date_format(months.month, 'yyyy-MM') AS time_period,
  count(DISTINCT entry.legal_entity_id) AS numerator,
  1 AS denominator,
  CASE WHEN months.state_on < last_day(months.month) THEN 'P' END AS obs_status,
  CASE WHEN months.synthetic THEN 'synthetic' END AS value_status,
  array(selector('city.credit_list_entry', array('list_kind', 'grave_breach'))) AS evidence
FROM months
LEFT JOIN city.credit_list_entry AS entry
  ON entry.list_kind = 'grave_breach'
  AND entry.listed_on <= least(last_day(months.month), months.state_on)
  AND (entry.valid_to IS NULL OR entry.valid_to > least(last_day(months.month), months.state_on))
GROUP BY months.month, months.state_on, months.synthetic
