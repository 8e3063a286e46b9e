-- check: attribute-once (error)
SELECT household_id, attribute, count(*) AS rows
FROM this
GROUP BY household_id, attribute
HAVING count(*) > 1;

-- check: has-winner (error)
SELECT household_id, attribute
FROM this
WHERE size(winners) < 1;
