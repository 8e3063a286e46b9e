-- check: attribute-once (error)
SELECT licence_id, attribute, count(*) AS rows
FROM this
GROUP BY licence_id, attribute
HAVING count(*) > 1;

-- check: has-winner (error)
SELECT licence_id, attribute
FROM this
WHERE size(winners) < 1;
