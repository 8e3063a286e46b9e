-- check: id-unique (error)
SELECT building_id, count(*) AS rows
FROM this
GROUP BY building_id
HAVING count(*) > 1;

-- check: has-records (error)
SELECT building_id
FROM this
WHERE records < 1 OR size(sources) < 1;

-- check: area-known (warn)
SELECT count(*) AS buildings
FROM this
WHERE ref_area IS NULL
HAVING count(*) > 0;

-- check: address-without-a-home (error)
SELECT building_id
FROM this
WHERE address RLIKE '室$';
