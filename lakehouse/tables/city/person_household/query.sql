-- inputs: city.household_link, city.person_link
SELECT
  person.person_id,
  household.household_id,
  count(*) AS records,
  bool_or(person.synthetic) AS synthetic
FROM city.person_link AS person
JOIN city.household_link AS household
  ON household.source_id = person.source_id AND household.source_key = person.source_key
GROUP BY person.person_id, household.household_id
