-- check: key-unique (error)
SELECT source_id, source_key, measure, count(*) AS rows
FROM this
GROUP BY source_id, source_key, measure
HAVING count(*) > 1;

-- check: refused-with-its-reason (error)
SELECT source_id, source_key, measure
FROM this
WHERE applicable <> (refusal_reason IS NULL);

-- check: effect-known (error)
SELECT measure, effect
FROM this
WHERE effect NOT IN ('punishment', 'reward');
