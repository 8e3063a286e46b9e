package org.citylake.metrics.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.aggregate.MissingRule;
import org.citylake.metrics.index.aggregate.NodeAggregation;
import org.citylake.metrics.index.aggregate.Siblings;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Rows;
import org.citylake.metrics.index.panel.Rows.Block;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;
import org.citylake.metrics.index.weight.WeightedGroup;
import org.citylake.metrics.index.weight.Weighting;
import org.jspecify.annotations.Nullable;

/**
 * The tree filled from its leaves upwards: weights, scores and shares of every node.
 *
 * @param scores of each node, by place
 * @param shares of each node, by place
 * @param weights of each node among its siblings, which sum to 1 unless the method takes them as
 *     they are written; 1 for the root
 */
record NodeColumns(List<Column> scores, List<Shares> shares, List<Double> weights) {

  /** Fills the tree; what is wrong goes to the problems, and the result is then not to be used. */
  static NodeColumns fill(
      CompiledEdition compiled,
      Rows rows,
      List<Column> normalised,
      List<Column> provenance,
      Problems problems) {
    return new Filling(compiled, rows, normalised, provenance, problems).fill();
  }

  /** The children of a node with their scores. */
  static Siblings siblings(
      CompiledEdition compiled,
      TreeNode node,
      List<Double> weights,
      List<Column> scores,
      Rows rows) {
    List<TreeNode> children = compiled.tree().children(node);
    return new Siblings(
        node.code(),
        children.stream().map(TreeNode::code).toList(),
        children.stream().map(child -> weights.get(child.place())).toList(),
        children.stream().map(child -> scores.get(child.place())).toList(),
        rows);
  }

  private static final class Filling {
    private final CompiledEdition compiled;
    private final Rows rows;
    private final List<Column> normalised;
    private final List<Column> provenance;
    private final Problems problems;
    private final @Nullable Column[] scores;
    private final @Nullable Shares[] shares;
    private final double[] weights;

    Filling(
        CompiledEdition compiled,
        Rows rows,
        List<Column> normalised,
        List<Column> provenance,
        Problems problems) {
      this.compiled = compiled;
      this.rows = rows;
      this.normalised = normalised;
      this.provenance = provenance;
      this.problems = problems;
      int nodes = compiled.tree().nodes().size();
      scores = new Column[nodes];
      shares = new Shares[nodes];
      weights = new double[nodes];
      weights[0] = 1;
    }

    NodeColumns fill() {
      List<TreeNode> nodes = compiled.tree().nodes();
      // Parents stand before their children, so backwards every child comes first.
      for (int place = nodes.size() - 1; place >= 0; place--) {
        TreeNode node = nodes.get(place);
        if (node.isLeaf()) {
          scores[place] = normalised.get(node.leaf());
          shares[place] = Shares.ofLeaf(normalised.get(node.leaf()), provenance.get(node.leaf()));
        } else {
          aggregate(node);
        }
      }
      return new NodeColumns(
          List.of(filled(scores)),
          List.of(filled(shares)),
          IntStream.range(0, weights.length).mapToObj(i -> weights[i]).toList());
    }

    private void aggregate(TreeNode node) {
      NodeAggregation aggregation = compiled.aggregation(node);
      List<Column> columns = new ArrayList<>();
      List<Shares> parts = new ArrayList<>();
      for (int child : node.children()) {
        columns.add(present(scores[child]));
        parts.add(present(shares[child]));
      }
      weigh(node, columns, aggregation.method().takesWeightsAsWritten());
      Siblings siblings =
          new Siblings(
              node.code(),
              compiled.tree().children(node).stream().map(TreeNode::code).toList(),
              node.children().stream().map(child -> weights[child]).toList(),
              columns,
              rows);
      Shares own = Shares.ofNode(parts, columns, siblings.shares(), rows.size());
      shares[node.place()] = own;
      Column.Builder result = Column.builder(rows.size());
      for (Block block : rows.blocks()) {
        boolean[] scored = new boolean[block.size()];
        for (int i = 0; i < scored.length; i++) {
          Status status = status(columns, block.from() + i, aggregation, own, node.level());
          scored[i] = status.hasValue();
          if (!scored[i]) {
            result.remove(block.from() + i, status);
          }
        }
        aggregation.method().apply(siblings, block, scored, result, problems);
      }
      scores[node.place()] = result.build();
    }

    private void weigh(TreeNode node, List<Column> columns, boolean asWritten) {
      Weighting weighting = load(compiled.weightings(), node);
      List<TreeNode> children = compiled.tree().children(node);
      double[] given =
          weighting.apply(
              new WeightedGroup(
                  node.code(), children.stream().map(TreeNode::declared).toList(), columns),
              problems);
      // Sorted, so that the order of siblings does not show in the last digit.
      double total =
          asWritten
              ? 1
              : IntStream.range(0, given.length).mapToDouble(i -> given[i]).sorted().sum();
      for (int i = 0; i < given.length; i++) {
        weights[children.get(i).place()] = given[i] / total;
      }
    }

    /** Why a node cannot be scored; COMPUTED when it can. */
    private Status status(
        List<Column> columns, int row, NodeAggregation aggregation, Shares own, int level) {
      int values = 0;
      int inapplicable = 0;
      boolean screened = false;
      for (Column column : columns) {
        Status status = column.status(row);
        if (status == Status.UNDER_REPORTED) {
          return Status.UNDER_REPORTED;
        }
        screened |= status == Status.SCREENED_OUT;
        values += status.hasValue() ? 1 : 0;
        inapplicable += status == Status.NOT_APPLICABLE ? 1 : 0;
      }
      if (inapplicable == columns.size()) {
        return Status.NOT_APPLICABLE;
      }
      double tolerance = 1e-12;
      double reported = own.available()[row] - own.imputed()[row];
      if (reported < aggregation.minimumReportedAt(level) - tolerance) {
        return Status.UNDER_REPORTED;
      }
      boolean lacking =
          values == 0
              || (aggregation.missing() == MissingRule.UNSCORED
                  && values + inapplicable < columns.size())
              || own.available()[row] < aggregation.minimumAvailable() - tolerance;
      return !lacking ? Status.COMPUTED : screened ? Status.SCREENED_OUT : Status.MISSING;
    }

    private static <T> T load(Map<Integer, T> methods, TreeNode node) {
      return present(methods.get(node.place()));
    }

    private static <T> T present(@Nullable T value) {
      if (value == null) {
        throw new IllegalStateException("the tree was not filled from its leaves upwards");
      }
      return value;
    }

    private static <T> T[] filled(@Nullable T[] values) {
      T[] copy = values.clone();
      for (T value : copy) {
        present(value);
      }
      return copy;
    }
  }
}
