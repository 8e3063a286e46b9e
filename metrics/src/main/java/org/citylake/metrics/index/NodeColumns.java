package org.citylake.metrics.index;

import java.util.Arrays;
import java.util.List;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.aggregate.MissingRule;
import org.citylake.metrics.index.aggregate.NodeAggregation;
import org.citylake.metrics.index.aggregate.Siblings;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Rows;
import org.citylake.metrics.index.panel.Rows.Block;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;
import org.jspecify.annotations.Nullable;

/**
 * The tree filled from its leaves upwards: weights, scores and shares of every node.
 *
 * @param scores of each node, by place
 * @param shares of each node, by place; none where only the scores were asked for
 * @param weights of each node among its siblings, which sum to 1 unless the method takes them as
 *     they are written; 1 for the root
 */
record NodeColumns(List<Column> scores, List<Shares> shares, List<Double> weights) {

  /** Fills the tree; what is wrong goes to the problems, and the result is then not to be used. */
  static NodeColumns fill(PreparedEdition prepared, DrawnWeights weights, Problems problems) {
    return new Filling(prepared, weights, true, problems).fill();
  }

  /** The same without the shares, unless the edition itself looks at them. */
  static NodeColumns fillScores(PreparedEdition prepared, DrawnWeights weights, Problems problems) {
    boolean needed =
        prepared.compiled().aggregations().values().stream().anyMatch(NodeAggregation::needsShares);
    return new Filling(prepared, weights, needed, problems).fill();
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
    private final List<Branch> branches;
    private final Rows rows;
    private final List<Column> normalised;
    private final List<Column> provenance;
    private final DrawnWeights drawn;
    private final boolean withShares;
    private final Problems problems;
    private final @Nullable Column[] scores;
    private final Shares[] shares;
    private final double[] weights;

    Filling(PreparedEdition prepared, DrawnWeights drawn, boolean withShares, Problems problems) {
      this.compiled = prepared.compiled();
      this.branches = prepared.branches();
      this.rows = prepared.rows();
      this.normalised = prepared.normalised();
      this.provenance = prepared.provenance();
      this.drawn = drawn;
      this.withShares = withShares;
      this.problems = problems;
      int nodes = compiled.tree().nodes().size();
      scores = new Column[nodes];
      shares = new Shares[nodes];
      Arrays.fill(shares, Shares.NONE);
      weights = new double[nodes];
      weights[0] = 1;
    }

    NodeColumns fill() {
      for (TreeNode leaf : compiled.tree().leaves()) {
        scores[leaf.place()] = normalised.get(leaf.leaf());
        if (withShares) {
          shares[leaf.place()] =
              Shares.ofLeaf(normalised.get(leaf.leaf()), provenance.get(leaf.leaf()));
        }
      }
      branches.forEach(this::aggregate);
      Double[] filled = new Double[weights.length];
      Arrays.setAll(filled, i -> weights[i]);
      return new NodeColumns(
          List.of(filled(scores)), withShares ? List.of(shares) : List.of(), List.of(filled));
    }

    private void aggregate(Branch branch) {
      TreeNode node = branch.node();
      NodeAggregation aggregation = branch.aggregation();
      List<TreeNode> children = branch.children();
      List<Column> columns = columns(children);
      List<String> codes = branch.codes();
      if (!weigh(branch, columns)) {
        // What weighs nothing is as if it were not there.
        children = children.stream().filter(c -> weights[c.place()] > 0).toList();
        columns = columns(children);
        codes = children.stream().map(TreeNode::code).toList();
      }
      if (children.isEmpty()) {
        problems.add(
            "weights",
            0,
            "weights-sum-to-zero",
            node.code(),
            "Nothing below this node weighs anything; take the node out instead");
        scores[node.place()] = Column.missing(rows.size());
        return;
      }
      Siblings siblings = new Siblings(node.code(), codes, weights(children), columns, rows);
      if (withShares) {
        List<Shares> parts = children.stream().map(c -> shares[c.place()]).toList();
        shares[node.place()] = Shares.ofNode(parts, columns, siblings.shares(), rows.size());
      }
      boolean complete = columns.stream().allMatch(Column::complete);
      Column.Builder result = Column.builder(rows.size());
      for (Block block : rows.blocks()) {
        boolean[] scored = new boolean[block.size()];
        if (complete && !(withShares && aggregation.needsShares())) {
          Arrays.fill(scored, true);
        } else {
          markScored(node, columns, aggregation, block, scored, result);
        }
        aggregation.method().apply(siblings, block, scored, result, problems);
      }
      scores[node.place()] = result.build();
    }

    private void markScored(
        TreeNode node,
        List<Column> columns,
        NodeAggregation aggregation,
        Block block,
        boolean[] scored,
        Column.Builder result) {
      for (int i = 0; i < scored.length; i++) {
        int row = block.from() + i;
        Status status = status(columns, row, aggregation, shares[node.place()], node.level());
        scored[i] = status.hasValue();
        if (!scored[i]) {
          result.remove(row, status);
        }
      }
    }

    /** Sets the weights of the children; whether all are above zero. */
    private boolean weigh(Branch branch, List<Column> columns) {
      double[] given = branch.weights(columns, problems);
      boolean all = true;
      for (int i = 0; i < given.length; i++) {
        given[i] = drawn.of(branch.children().get(i).place(), given[i]);
        all &= given[i] > 0;
      }
      double total = branch.aggregation().method().takesWeightsAsWritten() ? 1 : sum(given);
      for (int i = 0; i < given.length; i++) {
        weights[branch.children().get(i).place()] = total > 0 ? given[i] / total : 0;
      }
      return all;
    }

    /** Sorted, so that the order of siblings does not show in the last digit. */
    private static double sum(double[] given) {
      double[] sorted = given.clone();
      Arrays.sort(sorted);
      return Arrays.stream(sorted).sum();
    }

    private List<Column> columns(List<TreeNode> nodes) {
      Column[] columns = new Column[nodes.size()];
      Arrays.setAll(columns, i -> present(scores[nodes.get(i).place()]));
      return List.of(columns);
    }

    private List<Double> weights(List<TreeNode> nodes) {
      Double[] found = new Double[nodes.size()];
      Arrays.setAll(found, i -> weights[nodes.get(i).place()]);
      return List.of(found);
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
      boolean looks = aggregation.needsShares();
      double reported = looks ? own.available()[row] - own.imputed()[row] : 1;
      if (reported < aggregation.minimumReportedAt(level) - tolerance) {
        return Status.UNDER_REPORTED;
      }
      boolean lacking =
          values == 0
              || (aggregation.missing() == MissingRule.UNSCORED
                  && values + inapplicable < columns.size())
              || (looks && own.available()[row] < aggregation.minimumAvailable() - tolerance);
      return !lacking ? Status.COMPUTED : screened ? Status.SCREENED_OUT : Status.MISSING;
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
