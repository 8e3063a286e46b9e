-- check: key-unique (error)
SELECT net, device, observed_at, count(*) AS rows
FROM this
GROUP BY net, device, observed_at
HAVING count(*) > 1;

-- check: area-known (error)
SELECT DISTINCT ref_area
FROM this
WHERE ref_area NOT IN (SELECT code FROM city.district);
