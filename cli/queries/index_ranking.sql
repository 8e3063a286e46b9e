-- zh: 指数各版本得分与排名
-- en: Scores and ranks of every index edition
SELECT *
FROM metric.index_score
ORDER BY 1, 2, 3
LIMIT 200
