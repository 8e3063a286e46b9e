-- check: key-unique (error)
SELECT source_id, source_key, count(*) AS rows
FROM this
GROUP BY source_id, source_key
HAVING count(*) > 1;

-- check: area-known (error)
SELECT DISTINCT ref_area
FROM this
WHERE ref_area IS NOT NULL AND ref_area <> '310000' AND ref_area NOT IN (SELECT code FROM city.district);

-- check: attainment-possible (error)
SELECT source_id, source_key, attainment
FROM this
WHERE attainment < 0 OR attainment > 100;

-- check: attainment-has-both (error)
SELECT source_id, source_key
FROM this
WHERE attainment IS NOT NULL AND (target IS NULL OR actual IS NULL);

-- check: evidence-given (error)
SELECT source_id, source_key
FROM this
WHERE size(evidence) = 0;

-- check: direction-as-declared (warn)
SELECT source_id, source_key, indicator_code, this.direction
FROM this
JOIN declaration.indicator ON code = indicator_code
WHERE this.direction <> indicator.direction;
