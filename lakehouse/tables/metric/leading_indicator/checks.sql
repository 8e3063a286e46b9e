-- check: key-unique (error)
SELECT indicator_code, ref_area, leading_code, count(*) AS rows
FROM this
GROUP BY indicator_code, ref_area, leading_code
HAVING count(*) > 1;

-- check: judged-by-numbers (error)
SELECT indicator_code, ref_area, leading_code, lag, correlation, bound, pairs
FROM this
WHERE (lag IS NULL) <> (correlation IS NULL) OR (lag IS NULL) <> (bound IS NULL)
  OR (lag IS NULL) <> (pairs = 0) OR lag < 1 OR abs(correlation) > 1 OR isnan(correlation)
  OR significant <> coalesce(abs(correlation) > bound, false);

-- check: indicators-declared (error)
SELECT DISTINCT leading_code
FROM this
LEFT ANTI JOIN declaration.indicator ON code = leading_code;
