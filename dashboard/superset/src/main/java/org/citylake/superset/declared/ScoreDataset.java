package org.citylake.superset.declared;

import java.util.UUID;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetUuid;

/** The overall scores of every edition, with the names of the areas and what they rest on. */
final class ScoreDataset {
  static final String NAME = "index_scores";

  private static final String STATEMENT =
      """
      SELECT s.edition, s.unit, coalesce(d.name_zh, s.unit) AS area_zh, s.time_period,
        s.score, s.rank, s.peer_group,
        CASE WHEN s.model THEN '模型 model' ELSE '官方 official' END
          || CASE WHEN s.weight_synthetic > 0 THEN ' · 合成数据 synthetic' ELSE '' END AS rests_on
      FROM metric.index_score s
      LEFT JOIN (SELECT code, max_by(name_zh, valid_from) AS name_zh FROM city.district
          GROUP BY code) d
        ON d.code = s.unit
      WHERE s.level = 0 AND s.score IS NOT NULL""";

  private ScoreDataset() {}

  static Asset of(AssetUuid uuids, UUID database) {
    DatasetAsset dataset =
        new DatasetAsset(
                uuids,
                database,
                "metric",
                NAME,
                "各版指数总分 Overall scores of every index edition, a row for each area")
            .sql(STATEMENT);
    dataset.column("edition", "VARCHAR", "版本 Edition");
    dataset.column("unit", "VARCHAR", "地区代码 Area code");
    dataset.column("area_zh", "VARCHAR", "地区 Area");
    dataset.column("time_period", "VARCHAR", "时期 Period");
    dataset.column("score", "DOUBLE", "得分 Score");
    dataset.column("rank", "INTEGER", "名次 Rank");
    dataset.column("peer_group", "VARCHAR", "组别 Peer group");
    dataset.column("rests_on", "VARCHAR", "依据 Rests on");
    dataset
        .metric("score", "max(score)", "得分 Score (0-100)", "一行一分 one row, one score")
        .put("d3format", ",.1f");
    return dataset.asset();
  }
}
