-- check: key-unique (error)
SELECT case_kind, ref_area, day, count(*) AS rows
FROM this
GROUP BY case_kind, ref_area, day
HAVING count(*) > 1;

-- check: parts-within-the-whole (error)
SELECT case_kind, ref_area, day
FROM this
WHERE repeated > received OR due_on_time > due OR asked > closed OR solved > asked
  OR answered > closed OR satisfied > answered OR open_at_end < 0;

-- check: districts-make-the-city (error)
SELECT case_kind, day
FROM this
GROUP BY case_kind, day
HAVING sum(received) FILTER (WHERE ref_area = '310000')
    <> sum(received) FILTER (WHERE length(ref_area) = 6 AND ref_area <> '310000')
  OR sum(closed) FILTER (WHERE ref_area = '310000')
    <> sum(closed) FILTER (WHERE length(ref_area) = 6 AND ref_area <> '310000');
