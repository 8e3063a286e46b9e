package org.citylake.batchjobs.credit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citylake.batchjobs.credit.ScoredEntities.Scored;
import org.citylake.entities.credit.CreditHistory;
import org.citylake.entities.credit.CreditScore;
import org.citylake.entities.credit.CreditScore.Trend;
import org.jspecify.annotations.Nullable;

/** The rows of city.credit_score_history. */
final class ScoreHistoryRows {
  private ScoreHistoryRows() {}

  /** One row a quarter, earliest first, each with its change against the one before. */
  static Stream<Map<String, @Nullable Object>> of(Scored scored, String codeVersion) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    CreditScore former = null;
    for (CreditScore score : scored.history()) {
      Trend trend = former == null ? null : score.since(former);
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("legal_entity_id", scored.entity());
      row.put("model", score.model());
      row.put("scored_on", score.day());
      row.put("quarter", CreditHistory.quarter(score.day()));
      row.put("score", score.score());
      row.put("credit_class", score.creditClass());
      row.put("points_change", trend == null ? null : trend.points());
      row.put("class_change", trend == null ? null : change(trend));
      row.put("synthetic", scored.synthetic());
      row.put("model_hash", score.modelHash());
      row.put("code_version", codeVersion);
      rows.add(row);
      former = score;
    }
    return rows.stream();
  }

  private static String change(Trend trend) {
    return trend.fell() ? "fell" : trend.rose() ? "rose" : "same";
  }
}
