-- inputs: raw.building, city.subdistrict, codelist.ref_area_label
SELECT
  concat('B-', building.building_code) AS building_id,
  building.building_code,
  building.real_estate_unit_prefix,
  building.building_name AS name,
  building.address,
  coalesce(subdistrict.ref_area, area.code) AS ref_area,
  subdistrict.code AS subdistrict_code,
  building.use,
  building.structure,
  building.floors_above,
  building.floors_below,
  building.floor_area,
  building.built_year,
  building.households AS homes,
  building.longitude,
  building.latitude,
  building.state,
  coalesce(contains(building.file, '_synthetic'), false) AS synthetic,
  building.delivery,
  building.line,
  building.load_id
FROM raw.building AS building
LEFT JOIN city.subdistrict AS subdistrict
  ON subdistrict.code = substring(building.committee_code, 1, 9)
LEFT JOIN codelist.ref_area_label AS area ON area.label = building.district
