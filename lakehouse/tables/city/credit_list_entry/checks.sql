-- check: key-unique (error)
SELECT source_id, source_key, count(*) AS rows
FROM this
GROUP BY source_id, source_key
HAVING count(*) > 1;

-- check: exit-told-with-its-day (error)
SELECT source_id, source_key, valid_to, exit
FROM this
WHERE (valid_to IS NULL) <> (exit IS NULL);

-- check: left-after-listed (warn)
SELECT source_id, source_key, listed_on, valid_to
FROM this
WHERE valid_to < listed_on;

-- check: basis-of-a-grave-list (warn)
SELECT source_id, source_key, list_name
FROM this
WHERE list_kind = 'grave_breach' AND basis IS NULL;
