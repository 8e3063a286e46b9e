package org.citylake.cli.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.citylake.core.value.Selector;
import org.citylake.lakehouse.release.Release;
import org.jspecify.annotations.Nullable;

/** Explains the credit of a legal entity: score and class by each model, and what made them. */
final class CreditExplainer {
  private static final String ID = "legal_entity_id";

  private final Release release;
  private final EvidenceWalk walk;

  CreditExplainer(Release release, EvidenceWalk walk) {
    this.release = release;
    this.walk = walk;
  }

  /**
   * The explanation, down to the delivered lines.
   *
   * @param named its city id, credit code, registration number, organisation code or whole name
   * @throws org.citylake.core.CityLakeException of kind USER when it names none or several
   */
  Explanation explain(String named) {
    Map<String, @Nullable Object> entity = new LegalEntityNames(walk).find(named);
    String id = String.valueOf(entity.get(ID));
    Expression same = Expressions.equal(ID, id);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.putAll(
        FigureExplainer.facts(
            entity, List.of("evidence", "sources", "records", "premises", "first_seen")));
    List<Explanation> because = new ArrayList<>();
    for (Map<String, @Nullable Object> score : walk.rows("city.credit_score", same)) {
      because.add(score(score, same));
    }
    if (because.isEmpty()) {
      facts.put("score", "none: it has no credit code of a legal entity, or no record was told");
    }
    return new Explanation(
        "credit of " + id + " (release " + release.releaseId() + ")", facts, because);
  }

  private Explanation score(Map<String, @Nullable Object> score, Expression same) {
    List<Explanation> reasons = new ArrayList<>();
    Expression ofModel =
        Expressions.and(same, Expressions.equal("model", String.valueOf(score.get("model"))));
    for (Map<String, @Nullable Object> reason : walk.rows("city.credit_reason", ofModel)) {
      Map<String, String> record = new LinkedHashMap<>();
      for (String column : List.of("source_id", "source_key", "item")) {
        record.put(column, String.valueOf(reason.get(column)));
      }
      reasons.add(
          new Explanation(
              reason.get("effect") + ": " + reason.get("item"),
              FigureExplainer.facts(reason, List.of(ID, "model", "effect", "item")),
              List.of(walk.follow(new Selector("city.credit_record", record).toString()))));
    }
    return new Explanation(
        "class "
            + score.get("credit_class")
            + ", "
            + score.get("score")
            + " points by model "
            + score.get("model"),
        FigureExplainer.facts(score, List.of(ID, "model", "credit_class", "score")),
        reasons);
  }
}
