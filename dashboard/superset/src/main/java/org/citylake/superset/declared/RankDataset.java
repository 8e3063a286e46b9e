package org.citylake.superset.declared;

import java.util.UUID;
import org.citylake.core.declaration.ViewDeclaration;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetUuid;

/** The view of scores and ranks, and in words what each rests on. */
final class RankDataset {
  static final String VIEW = "index_rank";

  private RankDataset() {}

  static Asset of(AssetUuid uuids, UUID database, ViewDeclaration view) {
    DatasetAsset dataset = DatasetAsset.of(uuids, database, view);
    dataset.computed(
        "rests_on",
        "CASE WHEN model THEN '模型 model' ELSE '官方 official' END"
            + " || CASE WHEN synthetic THEN ' · 合成数据 synthetic' ELSE '' END",
        "依据 Rests on");
    dataset
        .metric("score", "max(score)", "得分 Score", "一行一分 one row, one score")
        .put("d3format", ",.1f");
    return dataset.asset();
  }
}
