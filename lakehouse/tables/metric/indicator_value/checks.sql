-- check: key-unique (error)
SELECT indicator_code, ref_area, time_period, count(*) AS rows
FROM this
GROUP BY indicator_code, ref_area, time_period
HAVING count(*) > 1;

-- check: area-known (error)
SELECT DISTINCT ref_area
FROM this
WHERE ref_area <> '310000'
  AND ref_area NOT IN (SELECT code FROM city.district)
  AND ref_area NOT IN (SELECT code FROM city.subdistrict);

-- check: area-version-known (error)
SELECT DISTINCT ref_area, ref_area_valid_from
FROM this
LEFT ANTI JOIN city.district ON code = ref_area AND valid_from = ref_area_valid_from
WHERE ref_area_valid_from IS NOT NULL;

-- check: area-version-given (warn)
SELECT DISTINCT ref_area, time_period
FROM this
WHERE length(ref_area) = 6 AND ref_area <> '310000' AND ref_area_valid_from IS NULL;

-- check: value-possible (error)
SELECT indicator_code, ref_area, time_period, value, minimum, maximum
FROM this
JOIN declaration.indicator ON code = indicator_code
WHERE value < minimum OR value > maximum;

-- check: unit-as-declared (error)
SELECT indicator_code, unit_measure, unit
FROM this
JOIN declaration.indicator ON code = indicator_code
WHERE unit_measure <> unit;

-- check: indicator-declared (error)
SELECT DISTINCT indicator_code
FROM this
LEFT ANTI JOIN declaration.indicator ON code = indicator_code;

-- check: missing-has-no-value (error)
SELECT indicator_code, ref_area, time_period
FROM this
WHERE (value IS NULL) <> (obs_status = 'M');

-- check: evidence-given (error)
SELECT indicator_code, ref_area, time_period
FROM this
WHERE size(evidence) = 0;

-- check: quality-known (error)
SELECT indicator_code, ref_area, time_period, quality
FROM this
WHERE NOT quality RLIKE '^(ok|(conflict|approximate|bound)(,(conflict|approximate|bound))*)$';
