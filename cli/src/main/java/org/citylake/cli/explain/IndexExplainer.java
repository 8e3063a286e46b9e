package org.citylake.cli.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.lakehouse.release.Release;
import org.jspecify.annotations.Nullable;

/**
 * Explains a unit's score: each period's root with what it rests on, and every node below with its
 * stages in the order of the edition's steps and the rows behind its raw value.
 */
final class IndexExplainer {
  private static final String ROBUSTNESS = "metric.index_robustness";
  private static final List<String> COMMON =
      List.of("edition", "unit", "definition_hash", "input_snapshots", "code_version", "model");
  private static final Map<String, String> STAGE_OF_STEP =
      Map.of(
          "screen", "screened",
          "denominate", "denominated",
          "impute", "imputed",
          "treat", "treated",
          "normalise", "normalised");

  private final Release release;
  private final DeclarationLibrary library;
  private final EvidenceWalk walk;

  IndexExplainer(Release release, DeclarationLibrary library, EvidenceWalk walk) {
    this.release = release;
    this.library = library;
    this.walk = walk;
  }

  Explanation explain(String edition, String district, Optional<String> period) {
    Expression filter =
        Expressions.and(Expressions.equal("edition", edition), Expressions.equal("unit", district));
    if (period.isPresent()) {
      filter = Expressions.and(filter, Expressions.equal("time_period", period.get()));
    }
    List<Map<String, @Nullable Object>> scores =
        walk.rows("metric.index_score", filter).stream()
            .sorted(
                Comparator.comparing((Map<String, @Nullable Object> r) -> text(r, "time_period"))
                    .thenComparing(r -> (Integer) r.get("level"))
                    .thenComparing(r -> text(r, "node")))
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
    Optional<EditionDeclaration> declared =
        library.editions().stream().filter(e -> e.id().equals(edition)).findFirst();
    List<Map<String, @Nullable Object>> trace =
        walk.rows("metric.index_trace", filter).stream()
            .sorted(Comparator.comparing(row -> place(text(row, "stage"), declared)))
            .toList();
    List<Map<String, @Nullable Object>> spread =
        release.tables().containsKey(ROBUSTNESS) ? walk.rows(ROBUSTNESS, filter) : List.of();
    List<Explanation> periods = new ArrayList<>();
    for (String one : new TreeSet<>(scores.stream().map(r -> text(r, "time_period")).toList())) {
      periods.add(
          period(
              "index "
                  + edition
                  + " "
                  + district
                  + " "
                  + one
                  + " (release "
                  + release.releaseId()
                  + ")",
              of(one, scores),
              of(one, trace),
              of(one, spread),
              declared));
    }
    return periods.size() == 1
        ? periods.get(0)
        : new Explanation("index " + edition + " " + district, Map.of(), periods);
  }

  private Explanation period(
      String title,
      List<Map<String, @Nullable Object>> scores,
      List<Map<String, @Nullable Object>> trace,
      List<Map<String, @Nullable Object>> spread,
      Optional<EditionDeclaration> declared) {
    Map<String, @Nullable Object> root = scores.get(0);
    Map<String, Object> facts = FigureExplainer.facts(root, List.of());
    addStages(root, trace, facts);
    spread.forEach(
        row ->
            facts.put(
                "rank when varied",
                row.get("rank_q05")
                    + " to "
                    + row.get("rank_q95")
                    + " in nine of ten of "
                    + row.get("draws")
                    + " draws"));
    declared.ifPresent(edition -> describe(edition, facts));
    return new Explanation(
        title, facts, scores.subList(1, scores.size()).stream().map(s -> node(s, trace)).toList());
  }

  private Explanation node(
      Map<String, @Nullable Object> score, List<Map<String, @Nullable Object>> trace) {
    Map<String, Object> facts = FigureExplainer.facts(score, COMMON);
    addStages(score, trace, facts);
    List<Explanation> because = new ArrayList<>();
    for (Map<String, @Nullable Object> stage : trace) {
      if (isOf(stage, score) && text(stage, "stage").equals("raw")) {
        because.addAll(FigureExplainer.evidence(stage, walk));
        if (because.isEmpty()) {
          facts.put(
              "rows behind",
              "none: the release has no value and no target of it for the unit ("
                  + text(stage, "status")
                  + ")");
        }
      }
    }
    return new Explanation(text(score, "node"), facts, because);
  }

  /** What the node was after each step. */
  private static void addStages(
      Map<String, @Nullable Object> score,
      List<Map<String, @Nullable Object>> trace,
      Map<String, Object> facts) {
    for (Map<String, @Nullable Object> stage : trace) {
      if (isOf(stage, score)) {
        Object quality = stage.get("quality");
        facts.put(
            "stage " + text(stage, "stage"),
            stage.get("value")
                + " ("
                + text(stage, "status")
                + (quality == null ? "" : ", " + quality)
                + ")");
      }
    }
  }

  private static int place(String stage, Optional<EditionDeclaration> edition) {
    List<String> order = new ArrayList<>(List.of("raw"));
    edition.ifPresent(
        e -> e.steps().keySet().forEach(s -> order.add(STAGE_OF_STEP.getOrDefault(s, s))));
    order.addAll(List.of("weighted", "aggregated", "coefficient"));
    return order.indexOf(stage);
  }

  private static boolean isOf(
      Map<String, @Nullable Object> stage, Map<String, @Nullable Object> score) {
    return text(stage, "indicator").equals(text(score, "node"));
  }

  private static List<Map<String, @Nullable Object>> of(
      String period, List<Map<String, @Nullable Object>> rows) {
    return rows.stream().filter(row -> text(row, "time_period").equals(period)).toList();
  }

  private static String text(Map<String, @Nullable Object> row, String column) {
    return String.valueOf(row.get(column));
  }

  private static void describe(EditionDeclaration edition, Map<String, Object> facts) {
    facts.put("名称", edition.nameZh());
    facts.put("name", edition.nameEn());
    facts.put(
        "kind",
        edition.model() ? "a model of CityLake, not an official index / 模型，非官方指数" : "as published");
    if (!edition.acceptsSynthetic()) {
      facts.put("synthetic values", "refused: each counts as missing / 不采用合成数据");
    }
    edition
        .steps()
        .forEach(
            (step, method) ->
                facts.put("step " + step, method.method() + " " + method.parameters()));
  }
}
