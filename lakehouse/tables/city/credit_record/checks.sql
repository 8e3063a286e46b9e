-- check: key-unique (error)
SELECT source_id, source_key, item, count(*) AS rows
FROM this
GROUP BY source_id, source_key, item
HAVING count(*) > 1;

-- check: ends-after-it-begins (warn)
SELECT source_id, source_key, item, valid_from, valid_to
FROM this
WHERE valid_to < valid_from;

-- check: entity-found (warn)
SELECT source_id, count(*) AS records
FROM this
WHERE legal_entity_id IS NULL
GROUP BY source_id;
