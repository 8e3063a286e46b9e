-- inputs: metric.index_score, metric.index_robustness, views.area
SELECT
  s.edition,
  s.unit AS ref_area,
  a.area_zh,
  a.area_en,
  s.time_period,
  s.score,
  s."rank",
  s.peer_group,
  s.rank_overall,
  r.rank_q05,
  r.rank_q95,
  s.status,
  coalesce(s.weight_synthetic, 0) > 0 AS synthetic,
  s.model,
  s.edition_status
FROM metric.index_score s
LEFT JOIN metric.index_robustness r
  ON r.edition = s.edition AND r.unit = s.unit AND r.time_period = s.time_period
LEFT JOIN views.area a ON a.ref_area = s.unit
WHERE s.level = 0
