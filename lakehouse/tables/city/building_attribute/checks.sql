-- check: attribute-once (error)
SELECT building_id, attribute, count(*) AS rows
FROM this
GROUP BY building_id, attribute
HAVING count(*) > 1;

-- check: has-winner (error)
SELECT building_id, attribute
FROM this
WHERE size(winners) < 1;
