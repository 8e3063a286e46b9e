-- check: key-unique (error)
SELECT edition, stage, unit, time_period, indicator, count(*) AS rows
FROM this
GROUP BY edition, stage, unit, time_period, indicator
HAVING count(*) > 1;

-- check: stage-known (error)
SELECT DISTINCT stage
FROM this
WHERE stage NOT IN (
  'raw', 'denominated', 'imputed', 'screened', 'treated', 'normalised', 'weighted', 'aggregated',
  'coefficient');

-- check: value-finite (error)
SELECT edition, stage, unit, indicator, value
FROM this
WHERE isnan(value) OR abs(value) = double('Infinity');
