package org.citylake.cli.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.EditionDeclaration;
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
                "sql",
                indicator.sql().orElse("reported: the figure with the best declared priority")));
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
    Expression filter =
        Expressions.and(Expressions.equal("edition", edition), Expressions.equal("unit", district));
    if (period.isPresent()) {
      filter = Expressions.and(filter, Expressions.equal("time_period", period.get()));
    }
    List<Map<String, @Nullable Object>> scores =
        walk.rows("metric.index_score", filter).stream()
            .sorted(
                Comparator.comparing((Map<String, @Nullable Object> r) -> (Integer) r.get("level"))
                    .thenComparing(r -> String.valueOf(r.get("node"))))
            .toList();
    if (scores.isEmpty()) {
      throw new CityLakeException(
          Kind.USER,
          "Release "
              + release.releaseId()
              + " has no score of "
              + district
              + " in "
              + edition
              + ": ./citylake sql \"SELECT DISTINCT edition, unit FROM metric.index_score\" lists what there is");
    }
    List<Map<String, @Nullable Object>> trace = walk.rows("metric.index_trace", filter);
    List<Explanation> nodes = new ArrayList<>();
    for (Map<String, @Nullable Object> score : scores.subList(1, scores.size())) {
      nodes.add(node(score, trace));
    }
    Map<String, Object> facts = facts(scores.get(0), List.of());
    library.editions().stream()
        .filter(e -> e.id().equals(edition))
        .findFirst()
        .ifPresent(e -> describe(e, facts));
    return new Explanation(
        "index " + edition + " " + district + " (release " + release.releaseId() + ")",
        facts,
        nodes);
  }

  private Explanation node(
      Map<String, @Nullable Object> score, List<Map<String, @Nullable Object>> trace) {
    String node = String.valueOf(score.get("node"));
    Map<String, Object> facts =
        facts(
            score,
            List.of(
                "edition", "unit", "definition_hash", "input_snapshots", "code_version", "model"));
    List<Explanation> because = new ArrayList<>();
    for (Map<String, @Nullable Object> stage : trace) {
      if (node.equals(stage.get("indicator"))) {
        facts.put(
            "stage " + stage.get("stage"), stage.get("value") + " (" + stage.get("status") + ")");
        because.addAll(evidence(stage));
      }
    }
    return new Explanation(node, facts, because);
  }

  private static void describe(EditionDeclaration edition, Map<String, Object> facts) {
    facts.put("名称", edition.nameZh());
    facts.put("name", edition.nameEn());
    facts.put(
        "kind",
        edition.model() ? "a model of CityLake, not an official index / 模型，非官方指数" : "as published");
    edition
        .steps()
        .forEach(
            (step, method) ->
                facts.put("step " + step, method.method() + " " + method.parameters()));
  }

  private List<Explanation> evidence(Map<String, @Nullable Object> row) {
    List<Explanation> because = new ArrayList<>();
    if (row.get("evidence") instanceof List<?> selectors) {
      selectors.forEach(selector -> because.add(walk.follow(String.valueOf(selector))));
    }
    return because;
  }

  private static Map<String, Object> facts(
      Map<String, @Nullable Object> row, List<String> without) {
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
