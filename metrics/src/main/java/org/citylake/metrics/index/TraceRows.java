package org.citylake.metrics.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citylake.metrics.index.aggregate.Siblings;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;
import org.jspecify.annotations.Nullable;

/** Every stage of a result as rows. */
final class TraceRows {
  private final IndexResult result;
  private final Map<Integer, Siblings> siblings = new HashMap<>();

  TraceRows(IndexResult result) {
    this.result = result;
    for (TreeNode node : nodes()) {
      if (!node.isLeaf()) {
        siblings.put(node.place(), result.siblings(node));
      }
    }
  }

  Stream<TracePoint> stream() {
    return IntStream.range(0, result.rows().size()).boxed().flatMap(row -> row(row).stream());
  }

  private List<TreeNode> nodes() {
    return result.compiled().tree().nodes();
  }

  private List<TracePoint> row(int row) {
    List<TracePoint> points = new ArrayList<>();
    for (TreeNode leaf : result.compiled().tree().leaves()) {
      for (StageColumns stage : result.stages()) {
        points.add(cell(stage, leaf, row));
      }
    }
    Map<Integer, Double> contributions = contributions(row);
    for (TreeNode node : nodes()) {
      if (node.level() > 0) {
        Double contribution = contributions.get(node.place());
        points.add(
            point(
                Stage.WEIGHTED,
                row,
                node.code(),
                contribution,
                contribution == null ? unweighted(node, row) : Status.COMPUTED.text()));
      }
      if (!node.isLeaf()) {
        Column scores = result.aggregated(node);
        points.add(
            point(
                Stage.AGGREGATED,
                row,
                node.code(),
                scores.has(row) ? scores.value(row) : null,
                scores.status(row).text()));
      }
    }
    result
        .compiled()
        .coefficient()
        .map(c -> result.panel().column(c.indicator()))
        .ifPresent(
            column ->
                points.add(
                    point(
                        Stage.COEFFICIENT,
                        row,
                        result.compiled().tree().root().code(),
                        column.has(row) ? column.value(row) : null,
                        column.status(row).text())));
    return points;
  }

  private TracePoint cell(StageColumns stage, TreeNode leaf, int row) {
    Column column = stage.columns().get(leaf.leaf());
    return new TracePoint(
        result.compiled().edition().id(),
        stage.stage(),
        result.rows().unit(row),
        result.rows().period(row),
        leaf.code(),
        column.has(row) ? column.value(row) : null,
        column.status(row).text(),
        stage.stage() == Stage.RAW ? result.panel().evidence(leaf.code(), row) : List.of());
  }

  private Map<Integer, Double> contributions(int row) {
    Map<Integer, Double> found = new HashMap<>();
    for (TreeNode node : nodes()) {
      if (node.isLeaf() || !result.aggregated(node).has(row)) {
        continue;
      }
      Siblings children = siblings.get(node.place());
      if (children == null) {
        throw new IllegalStateException("no siblings below " + node.code());
      }
      result
          .compiled()
          .aggregation(node)
          .method()
          .contributions(children, row, result.aggregated(node).value(row))
          .ifPresent(
              terms -> {
                for (int child = 0; child < terms.length; child++) {
                  if (children.columns().get(child).has(row)) {
                    found.put(node.children().get(child), terms[child]);
                  }
                }
              });
    }
    return found;
  }

  private String unweighted(TreeNode node, int row) {
    Status status = result.aggregated(node).status(row);
    return status.hasValue() ? "not_additive" : status.text();
  }

  private TracePoint point(
      Stage stage, int row, String code, @Nullable Double value, String status) {
    return new TracePoint(
        result.compiled().edition().id(),
        stage,
        result.rows().unit(row),
        result.rows().period(row),
        code,
        value,
        status,
        List.of());
  }
}
