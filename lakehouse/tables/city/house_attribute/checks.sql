-- check: attribute-once (error)
SELECT house_id, attribute, count(*) AS rows
FROM this
GROUP BY house_id, attribute
HAVING count(*) > 1;

-- check: has-winner (error)
SELECT house_id, attribute
FROM this
WHERE size(winners) < 1;
