-- zh: 指数各版本得分与排名
-- en: Scores and ranks of every index edition
SELECT edition, time_period, "rank", area_zh, score, rank_q05, rank_q95, model, synthetic
FROM views.index_rank
ORDER BY edition, time_period, "rank"
LIMIT 200
