SELECT
  area AS ref_area,
  established_month AS time_period,
  count(*) AS numerator,
  1 AS denominator,
  CASE WHEN max(state_on) < last_day(max(established_on)) THEN 'P' END AS obs_status,
  CASE WHEN bool_or(synthetic) THEN 'synthetic' END AS value_status,
  array(area_selector('city.enterprise_registration', area, array('established_month', established_month))) AS evidence
FROM (
  SELECT *, explode(areas(ref_area, subdistrict_code)) AS area
  FROM city.enterprise_registration
  -- This year and the year before: what a comparison needs.
  WHERE established_on >= add_months(trunc(state_on, 'YEAR'), -12) AND established_on <= state_on)
GROUP BY area, established_month
