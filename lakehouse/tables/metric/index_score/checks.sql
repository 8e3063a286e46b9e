-- check: key-unique (error)
SELECT edition, unit, time_period, node, count(*) AS rows
FROM this
GROUP BY edition, unit, time_period, node
HAVING count(*) > 1;

-- check: unit-known (error)
SELECT DISTINCT unit
FROM this
WHERE unit <> '310000' AND unit NOT IN (SELECT code FROM city.district);

-- check: weight-possible (error)
SELECT edition, unit, node, weight, weight_available
FROM this
WHERE weight < 0 OR weight > 1.000000001 OR weight_available < 0 OR weight_available > 1.000000001;

-- check: score-finite (error)
SELECT edition, unit, node, score
FROM this
WHERE isnan(score) OR abs(score) = double('Infinity');

-- check: unscored-has-reason (error)
SELECT edition, unit, node, status, reason
FROM this
WHERE (score IS NULL) <> (status = 'unscored') OR (status = 'unscored' AND reason IS NULL);

-- check: rank-only-when-scored (error)
SELECT edition, unit, node, rank
FROM this
WHERE rank IS NOT NULL AND score IS NULL;

-- check: shares-possible (error)
SELECT edition, unit, node, weight_available, weight_imputed, weight_synthetic
FROM this
WHERE weight_imputed < 0 OR weight_synthetic < 0
  OR weight_imputed + weight_synthetic > weight_available + 0.000000001;
