-- check: key-unique (error)
SELECT source_id, name, stream_id, checkpoint, count(*) AS rows
FROM this
GROUP BY source_id, name, stream_id, checkpoint
HAVING count(*) > 1;

-- check: counts-add-up (error)
WITH newest AS (
  SELECT source_id, stream_id, name, max_by(count, checkpoint) AS count
  FROM this
  GROUP BY source_id, stream_id, name
)
SELECT source_id, stream_id
FROM newest
GROUP BY source_id, stream_id
HAVING sum(CASE WHEN name = 'arrived' THEN count ELSE -count END) <> 0;
