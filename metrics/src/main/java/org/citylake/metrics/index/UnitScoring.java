package org.citylake.metrics.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.NodeScore.Status;
import org.citylake.metrics.index.TracePoint.Stage;
import org.citylake.metrics.index.aggregate.Aggregation;
import org.citylake.metrics.index.aggregate.Aggregation.Aggregate;
import org.citylake.metrics.index.aggregate.Aggregation.Part;
import org.citylake.metrics.index.aggregate.MissingRule;
import org.citylake.metrics.index.normalise.NormalisedValue;
import org.citylake.metrics.index.tree.EditionTree;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;
import org.jspecify.annotations.Nullable;

/** Carries one unit's normalised values up the tree. */
final class UnitScoring {
  private static final String COMPUTED = "computed";
  private static final String CLIPPED = "clipped";

  private final EditionDeclaration edition;
  private final EditionTree tree;
  private final Aggregation aggregation;
  private final String period;
  private final Problems problems;
  private final Map<String, Double> shares = new HashMap<>();

  UnitScoring(
      EditionDeclaration edition,
      EditionTree tree,
      Aggregation aggregation,
      String period,
      Problems problems) {
    this.edition = edition;
    this.tree = tree;
    this.aggregation = aggregation;
    this.period = period;
    this.problems = problems;
    tree.nodes().forEach(node -> shares.put(node.code(), node.share()));
  }

  /** What a node came to; missing holds the reason of each indicator below that has no value. */
  private record Outcome(@Nullable Double score, double available, Map<String, String> missing) {}

  IndexResult score(String unit, Map<String, Datum> data, Map<String, NormalisedValue> values) {
    Map<String, Outcome> outcomes = new HashMap<>();
    Map<String, Double> contributions = new HashMap<>();
    // Parents stand before their children, so backwards every child comes first.
    for (int i = tree.nodes().size() - 1; i >= 0; i--) {
      TreeNode node = tree.nodes().get(i);
      outcomes.put(
          node.code(),
          node.leaf()
              ? ofLeaf(node.code(), values)
              : aggregated(unit, node, outcomes, contributions));
    }
    List<NodeScore> scores = new ArrayList<>();
    List<TracePoint> trace = new ArrayList<>();
    for (TreeNode node : tree.nodes()) {
      Outcome outcome = find(outcomes, node.code());
      scores.add(nodeScore(unit, node, outcome));
      if (node.leaf()) {
        trace.addAll(leafTrace(unit, node.code(), data, values));
      }
      if (node.level() > 0) {
        Double contribution = contributions.get(node.code());
        trace.add(point(Stage.WEIGHTED, unit, node.code(), contribution));
      }
      if (!node.leaf()) {
        trace.add(point(Stage.AGGREGATED, unit, node.code(), outcome.score()));
      }
    }
    return new IndexResult(scores, trace);
  }

  private static Outcome ofLeaf(String code, Map<String, NormalisedValue> values) {
    NormalisedValue value = find(values, code);
    Map<String, String> missing =
        value.missing().map(reason -> Map.of(code, reason)).orElse(Map.of());
    return new Outcome(value.value(), value.value() == null ? 0 : 1, missing);
  }

  private Outcome aggregated(
      String unit,
      TreeNode node,
      Map<String, Outcome> outcomes,
      Map<String, Double> contributions) {
    List<Part> parts = new ArrayList<>();
    Map<String, String> missing = new TreeMap<>();
    double available = 0;
    for (String child : node.children()) {
      Outcome outcome = find(outcomes, child);
      double share = find(shares, child);
      available += share * outcome.available();
      missing.putAll(outcome.missing());
      Double score = outcome.score();
      if (score != null) {
        parts.add(new Part(child, share, score));
        if (!aggregation.accepts(score)) {
          problems.add(
              "panel",
              0,
              "value-not-positive",
              unit + " " + period + " " + child + " = " + score,
              "A geometric mean needs values above zero; normalise to a scale that begins above"
                  + " zero or take an arithmetic mean");
        }
      }
    }
    boolean refused = parts.stream().anyMatch(p -> !aggregation.accepts(p.value()));
    boolean tooFew = aggregation.missing() == MissingRule.UNSCORED && !missing.isEmpty();
    if (parts.isEmpty() || refused || tooFew) {
      return new Outcome(null, available, missing);
    }
    Aggregate aggregate = aggregation.apply(parts);
    for (int i = 0; i < parts.size(); i++) {
      contributions.put(parts.get(i).code(), aggregate.contributions().get(i));
    }
    // Roundings of the shares must not make a whole node look incomplete.
    return new Outcome(aggregate.score(), missing.isEmpty() ? 1 : available, missing);
  }

  private NodeScore nodeScore(String unit, TreeNode node, Outcome outcome) {
    Status status =
        outcome.score() == null
            ? Status.UNSCORED
            : outcome.missing().isEmpty() ? Status.SCORED : Status.PARTIAL;
    return new NodeScore(
        edition.id(),
        unit,
        period,
        node.code(),
        node.level(),
        outcome.score(),
        node.weight(),
        outcome.available(),
        null,
        null,
        status,
        outcome.missing().isEmpty() ? null : reason(outcome.missing()),
        edition.model());
  }

  /** Such as {@code no-target: a; no-value: b, c}. */
  private static String reason(Map<String, String> missing) {
    return new TreeSet<>(missing.values())
        .stream()
            .map(
                reason ->
                    reason
                        + ": "
                        + missing.entrySet().stream()
                            .filter(e -> e.getValue().equals(reason))
                            .map(Map.Entry::getKey)
                            .sorted()
                            .collect(Collectors.joining(", ")))
            .collect(Collectors.joining("; "));
  }

  private List<TracePoint> leafTrace(
      String unit, String code, Map<String, Datum> data, Map<String, NormalisedValue> values) {
    Datum datum = find(data, code);
    NormalisedValue value = find(values, code);
    String raw = datum.value() == null ? Datum.MISSING : datum.status();
    String normalised =
        value.value() == null ? Datum.MISSING : value.clipped() ? CLIPPED : datum.status();
    return List.of(
        new TracePoint(
            edition.id(), Stage.RAW, unit, period, code, datum.value(), raw, datum.evidence()),
        new TracePoint(
            edition.id(),
            Stage.NORMALISED,
            unit,
            period,
            code,
            value.value(),
            normalised,
            List.of()));
  }

  private TracePoint point(Stage stage, String unit, String code, @Nullable Double value) {
    return new TracePoint(
        edition.id(),
        stage,
        unit,
        period,
        code,
        value,
        value == null ? Datum.MISSING : COMPUTED,
        List.of());
  }

  private static <T> T find(Map<String, T> map, String code) {
    T found = map.get(code);
    if (found == null) {
      throw new IllegalStateException("the tree has no node " + code);
    }
    return found;
  }
}
