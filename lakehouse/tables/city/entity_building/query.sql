-- inputs: city.legal_entity_link, city.building_link
SELECT
  entity.legal_entity_id,
  building.building_id,
  bool_or(entity.synthetic) AS synthetic,
  count(*) AS records,
  array_sort(collect_set(entity.source_id)) AS source_ids
FROM city.legal_entity_link AS entity
JOIN city.building_link AS building
  ON building.source_id = entity.source_id AND building.source_key = entity.source_key
GROUP BY entity.legal_entity_id, building.building_id
