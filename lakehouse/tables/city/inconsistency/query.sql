-- inputs: raw.household_registration, raw.legal_entity_registration, city.legal_entity_link, city.legal_representation, city.person, city.person_employment, city.person_house, city.person_link
-- A firm that is closed in the register of firms, and that records of the insured still name as
-- their last employer. Who left before the closing is named too: it is a question, not a fault.
WITH closed AS (
  SELECT
    link.legal_entity_id,
    min(registered.cancelled_on) AS since,
    max(registered.snapshot_date) AS state_on,
    bool_or(coalesce(contains(registered.file, '_synthetic'), false)) AS synthetic
  FROM raw.legal_entity_registration AS registered
  JOIN city.legal_entity_link AS link
    ON link.source_id = 'legal_entity_registration' AND link.source_key = registered.source_key
  GROUP BY link.legal_entity_id
  -- One that another registration still has open is not closed.
  HAVING bool_and(registered.cancelled_on IS NOT NULL)
)
SELECT
  'closed_firm_with_staff' AS rule,
  closed.legal_entity_id AS subject_id,
  'warn' AS severity,
  greatest(max(employment.state_on), max(closed.state_on)) AS found_on,
  count(*) AS records,
  array('legal_entity_registration', 'social_insurance_participant') AS source_ids,
  max(closed.since) AS since,
  bool_or(employment.synthetic OR closed.synthetic) AS synthetic
FROM closed
JOIN city.person_employment AS employment ON employment.legal_entity_id = closed.legal_entity_id
WHERE closed.since <= employment.state_on
GROUP BY closed.legal_entity_id
UNION ALL
SELECT
  'person_registered_twice',
  link.person_id,
  'error',
  max(registered.snapshot_date),
  count(*),
  array('household_registration'),
  CAST(NULL AS DATE),
  bool_or(coalesce(contains(registered.file, '_synthetic'), false))
FROM raw.household_registration AS registered
JOIN city.person_link AS link
  ON link.source_id = 'household_registration' AND link.source_key = registered.source_key
WHERE coalesce(registered.ended, '0') <> '1'
GROUP BY link.person_id
HAVING count(*) > 1
UNION ALL
-- The register of firms has a legal representative whom another register knows to be dead.
SELECT
  'dead_legal_representative',
  named.legal_entity_id,
  'error',
  max(named.state_on),
  count(*),
  array('household_registration', 'legal_representative'),
  CAST(NULL AS DATE),
  bool_or(named.synthetic OR person.synthetic)
FROM city.legal_representation AS named
JOIN city.person AS person ON person.person_id = named.person_id AND person.status = 'dead'
LEFT JOIN closed ON closed.legal_entity_id = named.legal_entity_id
WHERE named.representative
  AND named.legal_entity_id IS NOT NULL
  AND closed.legal_entity_id IS NULL
GROUP BY named.legal_entity_id
UNION ALL
-- More residents than a house can hold: a model choice, to be looked into at the door.
SELECT
  'house_overcrowded',
  residence.house_id,
  'warn',
  (SELECT max(snapshot_date) FROM raw.household_registration),
  count(*),
  array('household_registration'),
  CAST(NULL AS DATE),
  bool_or(residence.synthetic)
FROM city.person_house AS residence
WHERE residence.relation = 'residence'
GROUP BY residence.house_id
HAVING count(*) > 10
