-- check: leads-on (error)
SELECT entity, old_id
FROM this
WHERE old_id = city_id;

-- check: leads-to-a-living-id (error)
SELECT one.entity, one.old_id
FROM this AS one
JOIN this AS other ON other.entity = one.entity AND other.old_id = one.city_id;
