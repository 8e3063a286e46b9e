-- inputs: city.legal_entity, city.building
WITH placed AS (
  -- Down to the number of the house; what follows it is a floor or a room.
  SELECT
    legal_entity_id,
    coalesce(nullif(regexp_extract(premises, '^(.*?号)', 1), ''), premises) AS address,
    synthetic
  FROM city.legal_entity
  WHERE premises IS NOT NULL
),
-- An address names a building when no other has it.
addressed AS (
  SELECT address, min(building_id) AS building_id, bool_or(synthetic) AS synthetic
  FROM city.building
  WHERE address IS NOT NULL
  GROUP BY address
  HAVING count(*) = 1
)
SELECT
  placed.legal_entity_id,
  addressed.building_id,
  placed.address,
  placed.synthetic OR coalesce(addressed.synthetic, false) AS synthetic
FROM placed
LEFT JOIN addressed ON addressed.address = placed.address
