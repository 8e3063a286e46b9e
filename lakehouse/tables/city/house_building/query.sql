-- inputs: city.building_link, city.house_link
WITH referred AS (
  SELECT
    house.house_id,
    building.building_id,
    count(*) AS records,
    bool_or(house.synthetic) AS synthetic
  FROM city.house_link AS house
  JOIN city.building_link AS building
    ON building.source_id = house.source_id AND building.source_key = house.source_key
  GROUP BY house.house_id, building.building_id
),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY house_id ORDER BY records DESC, building_id) AS place
  FROM referred
)
SELECT house_id, building_id, records, synthetic
FROM ranked
WHERE place = 1
