SELECT
  area AS ref_area,
  date_format(used_on, 'yyyy-MM') AS time_period,
  sum(rectified) AS numerator,
  sum(bad) AS denominator,
  -- A month that is not over is no month to compare with.
  CASE WHEN max(state_on) < last_day(max(used_on)) THEN 'P' END AS obs_status,
  CASE WHEN bool_or(synthetic) THEN 'synthetic' END AS value_status,
  sort_array(collect_set(area_selector('city.service_usage', area, array('used_on', CAST(used_on AS STRING))))) AS evidence
FROM (
  SELECT *, explode(areas(ref_area, CAST(NULL AS STRING))) AS area
  FROM city.service_usage
  WHERE bad IS NOT NULL)
GROUP BY area, date_format(used_on, 'yyyy-MM')
HAVING sum(bad) > 0
