-- check: key-unique (error)
SELECT edition, unit, time_period, count(*) AS rows
FROM this
GROUP BY edition, unit, time_period
HAVING count(*) > 1;

-- check: scored-nominally (error)
SELECT r.edition, r.unit, r.time_period, r.score, r.rank
FROM this AS r
LEFT ANTI JOIN metric.index_score AS s
  ON s.edition = r.edition AND s.unit = r.unit AND s.time_period = r.time_period AND s.level = 0
  AND s.score <=> r.score AND s.rank <=> r.rank;

-- check: interval-ordered (error)
SELECT edition, unit, rank_q05, rank_median, rank_q95, score_q05, score_q95
FROM this
WHERE rank_q05 > rank_median OR rank_median > rank_q95 OR rank_q05 < 1 OR score_q05 > score_q95;

-- check: draws-possible (error)
SELECT edition, unit, draws, draws_scored
FROM this
WHERE draws < 1 OR draws_scored < 0 OR draws_scored > draws;

-- check: numbers-finite (error)
SELECT edition, unit, score, rank_mean, score_q05, score_q95
FROM this
WHERE isnan(score) OR isnan(rank_mean) OR isnan(score_q05) OR isnan(score_q95)
  OR abs(score_q05) = double('Infinity') OR abs(score_q95) = double('Infinity');
