package org.citylake.batchjobs.index;

import java.util.LinkedHashMap;
import java.util.Map;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.metrics.index.NodeScore;
import org.citylake.metrics.index.TracePoint;
import org.jspecify.annotations.Nullable;

/** The engine's records as rows of their tables. */
final class IndexRows {
  private IndexRows() {}

  static Map<String, @Nullable Object> score(
      NodeScore score, EditionDeclaration edition, String codeVersion) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("edition", score.edition());
    row.put("unit", score.unit());
    row.put("time_period", score.timePeriod());
    row.put("node", score.node());
    row.put("level", score.level());
    row.put("score", score.score());
    row.put("weight", score.weight());
    row.put("weight_available", score.weightAvailable());
    row.put("weight_imputed", score.weightImputed());
    row.put("weight_synthetic", score.weightSynthetic());
    row.put("rank", score.rank());
    row.put("rank_overall", score.rankOverall());
    row.put("peer_group", score.peerGroup());
    row.put("status", score.status().text());
    row.put("reason", score.reason());
    row.put("edition_status", edition.status());
    row.put("model", score.model());
    row.put("definition_hash", edition.contentHash());
    row.put("code_version", codeVersion);
    return row;
  }

  static Map<String, @Nullable Object> trace(TracePoint point) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("edition", point.edition());
    row.put("stage", point.stage().text());
    row.put("unit", point.unit());
    row.put("time_period", point.timePeriod());
    row.put("indicator", point.indicator());
    row.put("value", point.value());
    row.put("status", point.status());
    row.put("evidence", point.evidence());
    return row;
  }
}
