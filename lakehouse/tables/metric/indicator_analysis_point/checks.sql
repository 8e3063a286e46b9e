-- check: key-unique (error)
SELECT indicator_code, ref_area, time_period, count(*) AS rows
FROM this
GROUP BY indicator_code, ref_area, time_period
HAVING count(*) > 1;

-- check: intervals-nest (error)
SELECT indicator_code, ref_area, time_period, low95, low80, value, high80, high95
FROM this
WHERE point_kind = 'forecast'
  AND NOT coalesce(low95 <= low80 AND low80 <= value AND value <= high80 AND high80 <= high95, false);

-- check: components-add-up (error)
SELECT indicator_code, ref_area, time_period, value, trend, seasonal, remainder
FROM this
WHERE point_kind = 'observed'
  AND NOT coalesce(
    abs(value - trend - seasonal - remainder) <= 1e-6 * greatest(1, abs(value), abs(trend)), false);

-- check: forecast-possible (error)
SELECT indicator_code, ref_area, time_period, low95, high95, minimum, maximum
FROM this
JOIN declaration.indicator ON code = indicator_code
WHERE low95 < minimum OR high95 > maximum;
