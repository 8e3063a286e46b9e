-- inputs: declared.indicator
SELECT
  indicator_code,
  name_zh,
  name_en,
  domain,
  definition_zh,
  definition_en,
  basis,
  unit_measure,
  unit_zh,
  unit_en,
  direction,
  frequency,
  owner
FROM declared.indicator
