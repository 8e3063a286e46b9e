-- check: key-unique (error)
SELECT indicator_code, ref_area, count(*) AS rows
FROM this
GROUP BY indicator_code, ref_area
HAVING count(*) > 1;

-- check: forecast-or-reason (error)
SELECT indicator_code, ref_area, method, no_forecast
FROM this
WHERE (method IS NULL) = (no_forecast IS NULL) OR (method IS NULL) <> (folds IS NULL);

-- check: accuracy-possible (error)
SELECT indicator_code, ref_area, mase, mape, coverage95, folds
FROM this
WHERE mase < 0 OR isnan(mase) OR mape < 0 OR isnan(mape) OR folds < 1
  OR NOT coverage95 BETWEEN 0 AND 1;

-- check: indicator-declared (error)
SELECT DISTINCT indicator_code
FROM this
LEFT ANTI JOIN declaration.indicator ON code = indicator_code;
