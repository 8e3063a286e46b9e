-- check: key-unique (error)
SELECT indicator_code, ref_area, time_period, count(*) AS rows
FROM this
GROUP BY indicator_code, ref_area, time_period
HAVING count(*) > 1;

-- check: area-of-today (error)
SELECT DISTINCT ref_area, ref_area_valid_from
FROM this
LEFT ANTI JOIN city.district
  ON code = ref_area AND valid_from = ref_area_valid_from AND valid_to IS NULL
WHERE ref_area_valid_from IS NOT NULL;

-- check: missing-has-no-value (error)
SELECT indicator_code, ref_area, time_period
FROM this
WHERE (value IS NULL) <> (obs_status = 'M');

-- check: reason-where-it-cannot-be (error)
SELECT indicator_code, ref_area, time_period, not_restatable
FROM this
WHERE (not_restatable IS NOT NULL AND (restated OR value IS NOT NULL))
  OR (restated AND value IS NULL);

-- check: value-possible (error)
SELECT indicator_code, ref_area, time_period, value, minimum, maximum
FROM this
JOIN declaration.indicator ON code = indicator_code
WHERE value < minimum OR value > maximum;

-- check: evidence-given (error)
SELECT indicator_code, ref_area, time_period
FROM this
WHERE size(evidence) = 0;
