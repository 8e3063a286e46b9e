package org.citylake.dashboard.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.core.declaration.EditionDeclaration.Step;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.jspecify.annotations.Nullable;

/** {@code index.json}: each edition with its tree and its units' scores, unscored ones with why. */
final class IndexDocument {
  private IndexDocument() {}

  static Map<String, @Nullable Object> of(
      List<Row> scores, List<Row> trace, List<Row> robustness, DeclarationLibrary library) {
    List<Map<String, @Nullable Object>> editions = new ArrayList<>();
    for (EditionDeclaration edition : library.editions()) {
      List<Row> own = rowsOf(edition, scores);
      if (!own.isEmpty()) {
        editions.add(
            edition(edition, own, rowsOf(edition, trace), rowsOf(edition, robustness), library));
      }
    }
    return new Document().with("editions", editions).build();
  }

  private static List<Row> rowsOf(EditionDeclaration edition, List<Row> rows) {
    return rows.stream().filter(r -> r.text("edition").equals(edition.id())).toList();
  }

  private static Map<String, @Nullable Object> edition(
      EditionDeclaration edition,
      List<Row> scores,
      List<Row> trace,
      List<Row> robustness,
      DeclarationLibrary library) {
    Comparator<Row> order =
        Comparator.comparing((Row r) -> r.number("level"))
            .thenComparing(r -> r.text("node"))
            .thenComparing(r -> r.text("unit"));
    return new Document()
        .with("edition", edition.id())
        .with("name_zh", edition.nameZh())
        .with("name_en", edition.nameEn())
        .with("model", edition.model())
        .with("edition_year", edition.editionYear())
        .with("status", edition.status())
        .with("data_period", edition.dataPeriod().orElse(null))
        .with("minimum_units", edition.minimumUnits())
        .with("peer_groups", new TreeMap<>(edition.peerGroups()))
        .with("units", edition.units())
        .with("definition_hash", edition.contentHash())
        .with("nodes", edition.nodes().stream().map(n -> node(edition, n, library)).toList())
        .with("scores", scores.stream().sorted(order).map(IndexDocument::score).toList())
        .with("robustness", robustness(robustness))
        .with("coefficients", coefficients(trace))
        .with("evidence", evidence(trace))
        .build();
  }

  private static Map<String, @Nullable Object> node(
      EditionDeclaration edition, Node node, DeclarationLibrary library) {
    IndicatorDeclaration indicator = library.findIndicator(node.code()).orElse(null);
    return new Document()
        .with("code", node.code())
        .with("parent", node.parent().orElse(null))
        .with("weight", node.weight())
        .with("aggregate", aggregation(edition, node))
        .with("name_zh", name(node.nameZh(), indicator == null ? "" : indicator.nameZh(), node))
        .with("name_en", name(node.nameEn(), indicator == null ? "" : indicator.nameEn(), node))
        .build();
  }

  /** How the node's score comes of its children's: the method and what is done where one lacks. */
  private static Map<String, Object> aggregation(EditionDeclaration edition, Node node) {
    Step step = edition.aggregation(node, level(edition, node));
    Map<String, Object> aggregate = new TreeMap<>();
    aggregate.put("method", step.method());
    aggregate.put("missing", step.parameters().getOrDefault("missing", ""));
    return aggregate;
  }

  private static int level(EditionDeclaration edition, Node node) {
    return edition.nodes().stream()
        .filter(n -> node.parent().equals(Optional.of(n.code())))
        .findFirst()
        .map(parent -> 1 + level(edition, parent))
        .orElse(0);
  }

  private static String name(String own, String indicators, Node node) {
    return !own.isBlank() ? own : !indicators.isBlank() ? indicators : node.code();
  }

  private static Map<String, @Nullable Object> score(Row row) {
    return new Document()
        .with("unit", row.text("unit"))
        .with("time_period", row.text("time_period"))
        .with("node", row.text("node"))
        .with("level", row.number("level"))
        .with("score", row.findNumber("score"))
        .with("weight", row.findNumber("weight"))
        .with("weight_available", row.findNumber("weight_available"))
        .with("weight_imputed", row.findNumber("weight_imputed"))
        .with("weight_synthetic", row.findNumber("weight_synthetic"))
        .with("rank", row.findNumber("rank"))
        .with("peer_group", row.find("peer_group"))
        .with("status", row.text("status"))
        .with("reason", row.find("reason"))
        .with("model", row.flag("model"))
        .with("definition_hash", row.text("definition_hash"))
        .with("input_snapshots", Texts.values(row.counts("input_snapshots")))
        .with("code_version", row.text("code_version"))
        .build();
  }

  private static List<Map<String, @Nullable Object>> robustness(List<Row> rows) {
    return rows.stream()
        .sorted(
            Comparator.comparing((Row r) -> r.text("unit"))
                .thenComparing(r -> r.text("time_period")))
        .map(
            r ->
                new Document()
                    .with("unit", r.text("unit"))
                    .with("time_period", r.text("time_period"))
                    .with("rank", r.findNumber("rank"))
                    .with("rank_median", r.findNumber("rank_median"))
                    .with("rank_q05", r.findNumber("rank_q05"))
                    .with("rank_q95", r.findNumber("rank_q95"))
                    .with("score_q05", r.findNumber("score_q05"))
                    .with("score_q95", r.findNumber("score_q95"))
                    .with("draws", r.number("draws"))
                    .build())
        .toList();
  }

  /** By what each unit's mean over the tree was multiplied; empty where an edition has none. */
  private static List<Map<String, @Nullable Object>> coefficients(List<Row> trace) {
    return trace.stream()
        .filter(r -> r.text("stage").equals("coefficient"))
        .sorted(
            Comparator.comparing((Row r) -> r.text("unit"))
                .thenComparing(r -> r.text("time_period")))
        .map(
            r ->
                new Document()
                    .with("unit", r.text("unit"))
                    .with("time_period", r.text("time_period"))
                    .with("value", r.findNumber("value"))
                    .build())
        .toList();
  }

  private static List<Map<String, @Nullable Object>> evidence(List<Row> trace) {
    return trace.stream()
        .filter(r -> r.text("stage").equals("raw"))
        .sorted(
            Comparator.comparing((Row r) -> r.text("unit")).thenComparing(r -> r.text("indicator")))
        .map(
            r ->
                new Document()
                    .with("unit", r.text("unit"))
                    .with("indicator", r.text("indicator"))
                    .with("value", r.findNumber("value"))
                    .with("status", r.text("status"))
                    .with("evidence", r.texts("evidence"))
                    .build())
        .toList();
  }
}
