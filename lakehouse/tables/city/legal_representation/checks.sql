-- check: key-unique (error)
SELECT source_id, source_key, count(*) AS rows
FROM this
GROUP BY source_id, source_key
HAVING count(*) > 1;

-- check: both-found (warn)
SELECT person_id IS NULL AS person_lacks, legal_entity_id IS NULL AS legal_entity_lacks, count(*) AS records
FROM this
WHERE person_id IS NULL OR legal_entity_id IS NULL
GROUP BY person_id IS NULL, legal_entity_id IS NULL;
