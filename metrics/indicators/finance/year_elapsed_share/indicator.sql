-- One district's bureau sends its own: there is no sum for the city.
SELECT
  ref_area,
  month AS time_period,
  int(substr(month, 6, 2)) AS numerator,
  12 AS denominator,
  CASE WHEN NOT bool_and(final) THEN 'P' END AS obs_status,
  CASE WHEN bool_or(synthetic) THEN 'synthetic' END AS value_status,
  array(selector('city.fiscal_revenue', array(
    'month', month, 'ref_area', ref_area, 'scope', '区级', 'summed', 'true'))) AS evidence
FROM city.fiscal_revenue
WHERE scope = '区级' AND summed
GROUP BY ref_area, month
