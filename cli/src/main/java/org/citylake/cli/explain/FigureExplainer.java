package org.citylake.cli.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.lakehouse.release.Release;
import org.jspecify.annotations.Nullable;

/** Explains indicator values and index scores of one release. */
public final class FigureExplainer {
  private final Release release;
  private final DeclarationLibrary library;
  private final EvidenceWalk walk;

  FigureExplainer(Release release, DeclarationLibrary library, EvidenceWalk walk) {
    this.release = release;
    this.library = library;
    this.walk = walk;
  }

  /**
   * An indicator's value: definition, SQL, numerator and denominator, snapshots, source rows.
   *
   * @throws CityLakeException of kind USER when the release has no such value
   */
  public Explanation indicator(String code, String district, String period) {
    Expression filter =
        Expressions.and(
            Expressions.equal("indicator_code", code),
            Expressions.equal("ref_area", district),
            Expressions.equal("time_period", period));
    Map<String, @Nullable Object> row =
        one(
            walk.rows("metric.indicator_value", filter),
            "indicator " + code + " of " + district + " in " + period,
            "./citylake sql \"SELECT ref_area, time_period FROM metric.indicator_value WHERE indicator_code = '"
                + code
                + "'\" lists what there is");
    Map<String, Object> facts = new LinkedHashMap<>();
    Optional<IndicatorDeclaration> declared = library.findIndicator(code);
    declared.ifPresent(
        indicator -> {
          facts.put("名称", indicator.nameZh());
          facts.put("name", indicator.nameEn());
          facts.put("定义", indicator.definitionZh());
          facts.put("definition", indicator.definitionEn());
          facts.put("basis", indicator.basis());
          facts.put("owner", indicator.owner());
        });
    facts.putAll(facts(row, List.of("evidence")));
    declared.ifPresent(
        indicator ->
            facts.put(
                indicator.expression().isPresent() ? "expression" : "sql",
                indicator
                    .expression()
                    .or(indicator::sql)
                    .orElse("reported: the figure with the best declared priority")));
    return new Explanation(
        "indicator "
            + code
            + " "
            + district
            + " "
            + period
            + " (release "
            + release.releaseId()
            + ")",
        facts,
        evidence(row));
  }

  /**
   * A unit's score in an edition: its tree with weights and contributions, and the rows behind.
   *
   * @throws CityLakeException of kind USER when the release has no such score
   */
  public Explanation index(String edition, String district, Optional<String> period) {
    return new IndexExplainer(release, library, walk).explain(edition, district, period);
  }

  /**
   * A golden record: its records and why they are linked, its values and why they survived.
   *
   * @param entity such as {@code person}
   * @throws CityLakeException of kind USER when the release has no such id
   */
  public Explanation entity(String entity, String id) {
    return new EntityExplainer(release, walk, entity).explain(id);
  }

  /** Explains the credit of a legal entity; see {@link CreditExplainer#explain}. */
  public Explanation credit(String named) {
    return new CreditExplainer(release, walk).explain(named);
  }

  private List<Explanation> evidence(Map<String, @Nullable Object> row) {
    return evidence(row, walk);
  }

  static List<Explanation> evidence(Map<String, @Nullable Object> row, EvidenceWalk walk) {
    List<Explanation> because = new ArrayList<>();
    if (row.get("evidence") instanceof List<?> selectors) {
      selectors.forEach(selector -> because.add(walk.follow(String.valueOf(selector))));
    }
    return because;
  }

  static Map<String, Object> facts(Map<String, @Nullable Object> row, List<String> without) {
    Map<String, Object> facts = new LinkedHashMap<>();
    row.forEach(
        (column, value) -> {
          if (value != null && !without.contains(column)) {
            facts.put(column, value);
          }
        });
    return facts;
  }

  private Map<String, Object> one(
      List<Map<String, @Nullable Object>> rows, String what, String wayOut) {
    if (rows.isEmpty()) {
      throw new CityLakeException(
          Kind.USER, "Release " + release.releaseId() + " has no " + what + ": " + wayOut);
    }
    return rows.get(0);
  }
}
