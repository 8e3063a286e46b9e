-- check: change-known (error)
SELECT DISTINCT change
FROM this
WHERE change NOT IN ('created', 'merged', 'split', 'renamed', 'ended');
