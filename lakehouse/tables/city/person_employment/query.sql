-- inputs: raw.social_insurance_participant, city.person_link, city.legal_entity
-- A number names an entity when no other has it.
WITH numbered AS (
  SELECT what, number, min(legal_entity_id) AS legal_entity_id
  FROM (
    SELECT 'credit_code' AS what, upper(credit_code) AS number, legal_entity_id FROM city.legal_entity
    UNION ALL
    SELECT 'organisation_code', replace(upper(organisation_code), '-', ''), legal_entity_id
    FROM city.legal_entity)
  WHERE number IS NOT NULL
  GROUP BY what, number
  HAVING count(*) = 1
)
SELECT
  'social_insurance_participant' AS source_id,
  insured.source_key,
  person.person_id,
  coalesce(by_code.legal_entity_id, by_organisation.legal_entity_id) AS legal_entity_id,
  coalesce(by_code.what, by_organisation.what) AS matched_by,
  insured.snapshot_date AS state_on,
  coalesce(contains(insured.file, '_synthetic'), false) AS synthetic,
  insured.delivery,
  insured.line,
  insured.load_id
FROM raw.social_insurance_participant AS insured
LEFT JOIN city.person_link AS person
  ON person.source_id = 'social_insurance_participant' AND person.source_key = insured.source_key
LEFT JOIN numbered AS by_code
  ON by_code.what = 'credit_code' AND by_code.number = upper(insured.employer_code)
LEFT JOIN numbered AS by_organisation
  ON by_organisation.what = 'organisation_code'
  AND by_organisation.number = replace(upper(insured.employer_code), '-', '')
WHERE insured.employer_code IS NOT NULL
