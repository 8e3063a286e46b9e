-- The area is that of the borders of 2016, and so are the census figures: see the source's notes.
WITH best AS (
  SELECT
    *,
    selector('city.observation', array(
      'source_id', source_id,
      'source_key', source_key,
      'revision', CAST(revision AS STRING))) AS selector,
    row_number() OVER (
      PARTITION BY indicator_code, ref_area, time_period
      ORDER BY priority, source_id, source_key) AS choice
  FROM city.observation
  WHERE figure_kind = 'actual' AND value IS NOT NULL AND ref_area IS NOT NULL
)
SELECT
  population.ref_area,
  population.ref_area_valid_from,
  population.time_period,
  population.value AS numerator,
  area.value AS denominator,
  array(population.selector, area.selector) AS evidence
FROM best AS population
JOIN best AS area
  ON area.ref_area = population.ref_area
  AND area.indicator_code = 'land_area'
  AND area.unit_measure = 'km2'
  AND area.choice = 1
WHERE population.indicator_code = 'resident_population_census'
  AND population.unit_measure = 'persons'
  AND population.choice = 1
