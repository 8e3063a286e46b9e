-- check: key-unique (error)
SELECT warning_id, count(*) AS rows
FROM this
GROUP BY warning_id
HAVING count(*) > 1;

-- check: level-known (error)
SELECT warning_id, level
FROM this
WHERE level NOT IN ('yellow', 'red');

-- check: messages-filled (error)
SELECT warning_id, message_zh, message_en
FROM this
WHERE message_zh LIKE '%{%' OR message_en LIKE '%{%';

-- check: figure-as-published (error)
SELECT w.warning_id, w.value
FROM this AS w
LEFT ANTI JOIN metric.indicator_value AS v
  ON v.indicator_code = w.indicator_code AND v.ref_area = w.ref_area
  AND v.value IS NOT NULL AND abs(v.value - w.value) <= 1e-9 * greatest(1, abs(w.value))
LEFT ANTI JOIN metric.target_outlook AS t
  ON t.indicator_code = w.indicator_code AND t.ref_area = w.ref_area AND t.actual = w.value
WHERE w.value IS NOT NULL;
