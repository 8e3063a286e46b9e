-- check: key-unique (error)
SELECT case_id, count(*) AS rows
FROM this
GROUP BY case_id
HAVING count(*) > 1;

-- check: status-known (error)
SELECT case_id, status
FROM this
WHERE status NOT IN ('open', 'closed', 'rejected', 'duplicate');

-- check: kind-known (error)
SELECT case_id, case_kind
FROM this
WHERE case_kind NOT IN ('hotline', 'grid', 'emergency');

-- check: area-known (error)
SELECT DISTINCT ref_area
FROM this
WHERE ref_area NOT IN (SELECT code FROM city.district);

-- check: subdistrict-of-its-district (warn)
SELECT case_id, ref_area, subdistrict_code
FROM this
WHERE NOT startswith(subdistrict_code, ref_area);

-- check: closed-has-a-time (warn)
SELECT case_id, status, closed_at
FROM this
WHERE status = 'closed' AND closed_at IS NULL;

-- check: times-in-order (warn)
SELECT case_id, received_at, closed_at
FROM this
WHERE closed_at < received_at;
