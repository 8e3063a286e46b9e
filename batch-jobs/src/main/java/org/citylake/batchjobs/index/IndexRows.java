package org.citylake.batchjobs.index;

import java.util.LinkedHashMap;
import java.util.Map;
import org.citylake.batchjobs.index.EditionPanel.Cell;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.RobustnessDeclaration;
import org.citylake.metrics.index.NodeScore;
import org.citylake.metrics.index.Stage;
import org.citylake.metrics.index.TracePoint;
import org.citylake.metrics.index.robustness.UnitUncertainty;
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

  static Map<String, @Nullable Object> robustness(
      UnitUncertainty unit,
      EditionDeclaration edition,
      RobustnessDeclaration declared,
      Map<String, Long> snapshots,
      String codeVersion) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("edition", edition.id());
    row.put("unit", unit.unit());
    row.put("time_period", unit.period());
    row.put("rank", unit.nominalRank());
    row.put("score", unit.nominalScore());
    row.put("rank_mean", unit.rankMean());
    row.put("rank_median", unit.rankMedian());
    row.put("rank_q05", unit.rankLow());
    row.put("rank_q95", unit.rankHigh());
    row.put("score_q05", unit.scoreLow());
    row.put("score_q95", unit.scoreHigh());
    row.put("draws", declared.draws());
    row.put("draws_scored", unit.draws());
    row.put("seed", declared.seed());
    row.put("model", edition.model());
    row.put("definition_hash", edition.contentHash());
    row.put("input_snapshots", snapshots);
    row.put("code_version", codeVersion);
    return row;
  }

  static Map<String, @Nullable Object> trace(TracePoint point, EditionPanel panel) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("edition", point.edition());
    row.put("stage", point.stage().text());
    row.put("unit", point.unit());
    row.put("time_period", point.timePeriod());
    row.put("indicator", point.indicator());
    row.put("value", point.value());
    row.put("status", point.status());
    row.put("evidence", point.evidence());
    boolean restated =
        point.stage() == Stage.RAW
            && panel
                .restated()
                .contains(new Cell(point.timePeriod(), point.unit(), point.indicator()));
    row.put("quality", restated ? "restated" : null);
    return row;
  }
}
