-- check: key-unique (error)
SELECT code, valid_from, count(*) AS rows
FROM this
GROUP BY code, valid_from
HAVING count(*) > 1;

-- check: code-well-formed (error)
SELECT code
FROM this
WHERE NOT code RLIKE '^[0-9]{6}$';

-- check: versions-apart (error)
SELECT a.code, a.valid_from, b.valid_from AS next_from
FROM this AS a
JOIN this AS b ON a.code = b.code AND a.valid_from < b.valid_from
WHERE a.valid_to IS NULL OR a.valid_to > b.valid_from;

-- check: ends-after-beginning (error)
SELECT code, valid_from, valid_to
FROM this
WHERE valid_to <= valid_from;

-- check: successor-known (error)
SELECT code, successor
FROM this
WHERE successor IS NOT NULL AND successor NOT IN (SELECT code FROM this);

-- check: class-known (error)
SELECT code, division_class
FROM this
WHERE division_class NOT IN ('central', 'suburban', 'pudong');
