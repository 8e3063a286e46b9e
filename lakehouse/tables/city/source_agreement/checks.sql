-- check: key-unique (error)
SELECT entity, source_a, source_b, ref_area, attribute, state_on, count(*) AS rows
FROM this
GROUP BY entity, source_a, source_b, ref_area, attribute, state_on
HAVING count(*) > 1;

-- check: adds-up (error)
SELECT entity, source_a, source_b, ref_area, attribute, state_on
FROM this
WHERE same + different <> both;
