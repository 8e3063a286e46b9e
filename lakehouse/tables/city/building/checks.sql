-- check: key-unique (error)
SELECT building_id, count(*) AS rows
FROM this
GROUP BY building_id
HAVING count(*) > 1;

-- check: area-known (warn)
SELECT building_id
FROM this
WHERE ref_area IS NULL;

-- check: address-without-a-home (error)
SELECT building_id
FROM this
WHERE address RLIKE '室$';
