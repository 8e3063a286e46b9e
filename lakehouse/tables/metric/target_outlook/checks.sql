-- check: key-unique (error)
SELECT source_id, source_key, count(*) AS rows
FROM this
GROUP BY source_id, source_key
HAVING count(*) > 1;

-- check: of-a-target (error)
SELECT o.source_id, o.source_key
FROM this AS o
LEFT ANTI JOIN metric.indicator_target AS t
  ON t.source_id = o.source_id AND t.source_key = o.source_key;

-- check: judged-by-numbers (error)
SELECT source_id, source_key, outlook, reason, gap, pace_made
FROM this
WHERE (outlook <> 'unknown' AND gap IS NULL)
  OR (reason IN ('pace_suffices', 'pace_falls_short') AND (pace_made IS NULL OR expected IS NULL));

-- check: interval-ordered (error)
SELECT source_id, source_key, expected_low, expected, expected_high
FROM this
WHERE expected_low > expected OR expected > expected_high;
