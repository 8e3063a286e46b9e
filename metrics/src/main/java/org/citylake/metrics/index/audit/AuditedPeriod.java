package org.citylake.metrics.index.audit;

import java.util.ArrayList;
import java.util.List;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.problem.NearestName;
import org.citylake.metrics.index.IndexResult;
import org.citylake.metrics.index.Stage;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Rows.Block;
import org.citylake.metrics.index.tree.EditionTree;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;

/**
 * The units of a result in one period, as the arrays that statistics are computed from. Immutable.
 *
 * @param result what scoring gave
 * @param block the rows of the period
 */
public record AuditedPeriod(IndexResult result, Block block) {

  /**
   * One variable over the units of the period.
   *
   * @param values 0 where one is missing
   * @param present whether the unit has a value
   */
  record Variable(double[] values, boolean[] present) {}

  /**
   * The period of that name; of the empty name the last one.
   *
   * @throws CityLakeException of kind USER when the result has no such period, of kind DATA when it
   *     has no rows
   */
  public static AuditedPeriod of(IndexResult result, String period) {
    List<Block> blocks = result.rows().blocks();
    if (blocks.isEmpty()) {
      throw new CityLakeException(Kind.DATA, "Cannot audit a panel without rows");
    }
    if (period.isEmpty()) {
      return new AuditedPeriod(result, blocks.get(blocks.size() - 1));
    }
    return blocks.stream()
        .filter(block -> block.period().equals(period))
        .findFirst()
        .map(block -> new AuditedPeriod(result, block))
        .orElseThrow(
            () ->
                new CityLakeException(
                    Kind.USER,
                    "The panel has no period '"
                        + period
                        + "'"
                        + NearestName.hint(period, result.rows().periods())));
  }

  /** The tree of the edition. */
  EditionTree tree() {
    return result.compiled().tree();
  }

  /** How many units. */
  int units() {
    return block.size();
  }

  /** Code of a unit of the period. */
  String unit(int place) {
    return result.rows().unit(block.from() + place);
  }

  /** An indicator as the panel has it, in its own unit. */
  Variable raw(TreeNode leaf) {
    return variable(result.findStage(Stage.RAW).orElseThrow().columns().get(leaf.leaf()));
  }

  /** An indicator in the common scale, or the score of a node. */
  Variable scores(TreeNode node) {
    return variable(result.scores(node));
  }

  /** A column of the panel, such as a denominator. */
  Variable column(String code) {
    return variable(result.panel().column(code));
  }

  private Variable variable(Column column) {
    double[] values = new double[block.size()];
    boolean[] present = new boolean[block.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.value(block.from() + i);
      present[i] = column.has(block.from() + i);
    }
    return new Variable(values, present);
  }

  /** Scores of several nodes, [unit][node]. */
  double[][] values(List<TreeNode> nodes) {
    double[][] values = new double[units()][nodes.size()];
    for (int j = 0; j < nodes.size(); j++) {
      Variable variable = scores(nodes.get(j));
      for (int i = 0; i < values.length; i++) {
        values[i][j] = variable.values()[i];
      }
    }
    return values;
  }

  /** Whether the scores are there, [unit][node]. */
  boolean[][] present(List<TreeNode> nodes) {
    boolean[][] present = new boolean[units()][nodes.size()];
    for (int j = 0; j < nodes.size(); j++) {
      Variable variable = scores(nodes.get(j));
      for (int i = 0; i < present.length; i++) {
        present[i][j] = variable.present()[i];
      }
    }
    return present;
  }

  /** The nodes above a node, the parent first. */
  List<TreeNode> above(TreeNode node) {
    List<TreeNode> above = new ArrayList<>();
    TreeNode current = node;
    while (current.parent() >= 0) {
      current = tree().nodes().get(current.parent());
      above.add(current);
    }
    return above;
  }

  /** The indicators below a node; the indicator itself of a leaf. */
  List<TreeNode> leaves(TreeNode node) {
    return node.isLeaf()
        ? List.of(node)
        : tree().children(node).stream().flatMap(child -> leaves(child).stream()).toList();
  }

  /** The nodes with children, in the order of the tree. */
  List<TreeNode> groups() {
    return tree().nodes().stream().filter(node -> !node.isLeaf()).toList();
  }
}
