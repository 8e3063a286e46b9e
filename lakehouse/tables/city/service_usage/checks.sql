-- check: key-unique (error)
SELECT service_code, used_on, channel, count(*) AS rows
FROM this
GROUP BY service_code, used_on, channel
HAVING count(*) > 1;

-- check: area-known (error)
SELECT DISTINCT ref_area
FROM this
WHERE ref_area NOT IN (SELECT code FROM city.district);
