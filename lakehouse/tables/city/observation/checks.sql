-- check: key-unique (error)
SELECT source_id, source_key, revision, count(*) AS rows
FROM this
GROUP BY source_id, source_key, revision
HAVING count(*) > 1;

-- check: area-known (error)
SELECT DISTINCT ref_area
FROM this
WHERE ref_area IS NOT NULL AND ref_area <> '310000' AND ref_area NOT IN (SELECT code FROM city.district);

-- check: area-version-known (error)
SELECT DISTINCT ref_area, ref_area_valid_from
FROM this
LEFT ANTI JOIN city.district ON code = ref_area AND valid_from = ref_area_valid_from
WHERE ref_area_valid_from IS NOT NULL;

-- check: area-version-given (warn)
SELECT DISTINCT ref_area, time_period
FROM this
WHERE ref_area <> '310000' AND ref_area_valid_from IS NULL;

-- check: period-in-order (error)
SELECT source_id, source_key, period_start, period_end
FROM this
WHERE period_end <= period_start;

-- check: kind-known (error)
SELECT DISTINCT figure_kind
FROM this
WHERE figure_kind NOT IN ('actual', 'target');

-- check: status-known (error)
SELECT DISTINCT obs_status
FROM this
WHERE obs_status NOT IN ('A', 'E', 'M', 'P');

-- check: comparison-known (error)
SELECT DISTINCT comparison
FROM this
WHERE comparison NOT IN ('=', '~', '>', '>=', '<', '<=');

-- check: range-in-order (error)
SELECT source_id, source_key, value, value_high
FROM this
WHERE value_high < value;

-- check: missing-has-no-value (warn)
SELECT source_id, source_key, value, obs_status
FROM this
WHERE (value IS NULL) <> (obs_status = 'M');

-- check: priority-positive (error)
SELECT source_id, source_key, priority
FROM this
WHERE priority < 1;

-- check: value-status-known (error)
SELECT DISTINCT value_status
FROM this
WHERE value_status NOT IN ('reported', 'estimated', 'synthetic');
