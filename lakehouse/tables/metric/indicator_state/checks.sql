-- check: key-unique (error)
SELECT indicator_code, count(*) AS rows
FROM this
GROUP BY indicator_code
HAVING count(*) > 1;

-- check: indicator-declared (error)
SELECT indicator_code
FROM this
LEFT ANTI JOIN declaration.indicator ON code = indicator_code;

-- check: values-of-one-snapshot (error)
SELECT count(DISTINCT values_snapshot) AS snapshots
FROM this
HAVING count(DISTINCT values_snapshot) > 1;

-- check: every-value-has-a-state (error)
SELECT DISTINCT v.indicator_code
FROM metric.indicator_value AS v
LEFT ANTI JOIN this AS s ON s.indicator_code = v.indicator_code;
