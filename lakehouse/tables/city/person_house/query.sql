-- inputs: city.house_link, city.person_link, raw.household_registration
WITH related AS (
  SELECT
    person.person_id,
    house.house_id,
    CASE
      WHEN person.source_id = 'real_estate_right' THEN 'ownership'
      WHEN person.source_id <> 'household_registration' THEN 'address'
      WHEN registered.ended = '1' THEN 'former_residence'
      ELSE 'residence'
    END AS relation,
    person.source_id,
    person.synthetic
  FROM city.person_link AS person
  JOIN city.house_link AS house
    ON house.source_id = person.source_id AND house.source_key = person.source_key
  LEFT JOIN raw.household_registration AS registered
    ON person.source_id = 'household_registration' AND registered.source_key = person.source_key
)
SELECT
  person_id,
  house_id,
  relation,
  count(*) AS records,
  array_sort(collect_set(source_id)) AS source_ids,
  bool_or(synthetic) AS synthetic
FROM related
GROUP BY person_id, house_id, relation
