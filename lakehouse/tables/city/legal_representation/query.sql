-- inputs: city.legal_entity, city.person, raw.legal_representative
-- A code names an entity, and a number a person, when no other has it.
WITH entities AS (
  SELECT upper(credit_code) AS credit_code, min(legal_entity_id) AS legal_entity_id
  FROM city.legal_entity
  WHERE credit_code IS NOT NULL
  GROUP BY upper(credit_code)
  HAVING count(*) = 1
),
persons AS (
  SELECT identity_token, min(person_id) AS person_id
  FROM city.person
  WHERE identity_token IS NOT NULL
  GROUP BY identity_token
  HAVING count(*) = 1
)
SELECT
  'legal_representative' AS source_id,
  named.source_key,
  entities.legal_entity_id,
  persons.person_id,
  CASE named.representative WHEN '1' THEN true WHEN '2' THEN false END AS representative,
  named.snapshot_date AS state_on,
  coalesce(contains(named.file, '_synthetic'), false) AS synthetic,
  named.delivery,
  named.line,
  named.load_id
FROM raw.legal_representative AS named
LEFT JOIN entities ON entities.credit_code = upper(named.credit_code)
LEFT JOIN persons ON persons.identity_token = named.identity_no
