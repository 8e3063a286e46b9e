package org.citylake.metrics.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.aggregate.NodeAggregation;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;
import org.citylake.metrics.index.weight.WeightedGroup;
import org.citylake.metrics.index.weight.Weighting;

/**
 * A node with children, with what stays the same from draw to draw.
 *
 * @param node the node
 * @param children its children, in the order of their codes
 * @param declared the children as the edition declares them
 * @param codes the children's codes
 * @param aggregation how it is aggregated
 * @param weighting how its children are weighted
 * @param known the children's weights where they do not hang on scores that differ between draws
 */
record Branch(
    TreeNode node,
    List<TreeNode> children,
    List<Node> declared,
    List<String> codes,
    NodeAggregation aggregation,
    Weighting weighting,
    Optional<double[]> known) {

  /** The nodes with children, every node after those below it. */
  static List<Branch> of(CompiledEdition compiled, List<Column> normalised) {
    List<Branch> branches = new ArrayList<>();
    List<TreeNode> nodes = compiled.tree().nodes();
    // Parents stand before their children, so backwards every child comes first.
    for (int place = nodes.size() - 1; place >= 0; place--) {
      if (!nodes.get(place).isLeaf()) {
        branches.add(of(compiled, nodes.get(place), normalised));
      }
    }
    return List.copyOf(branches);
  }

  private static Branch of(CompiledEdition compiled, TreeNode node, List<Column> normalised) {
    List<TreeNode> children = compiled.tree().children(node);
    Weighting weighting = compiled.weightings().get(node.place());
    if (weighting == null) {
      throw new IllegalStateException("no weighting of " + node.code());
    }
    List<Node> declared = children.stream().map(TreeNode::declared).toList();
    Branch branch =
        new Branch(
            node,
            children,
            declared,
            children.stream().map(TreeNode::code).toList(),
            compiled.aggregation(node),
            weighting,
            Optional.empty());
    boolean leavesOnly = children.stream().allMatch(TreeNode::isLeaf);
    if (weighting.looksAtScores() && !leavesOnly) {
      return branch;
    }
    List<Column> columns =
        leavesOnly
            ? children.stream().map(child -> normalised.get(child.leaf())).toList()
            : List.of();
    Problems problems = new Problems();
    double[] known = branch.weigh(columns, problems);
    // What went wrong has to be told anew by each draw.
    return problems.isEmpty() ? branch.knowing(known) : branch;
  }

  private Branch knowing(double[] weights) {
    return new Branch(
        node, children, declared, codes, aggregation, weighting, Optional.of(weights));
  }

  /** The children's own weights, not yet normalised. */
  double[] weights(List<Column> columns, Problems problems) {
    return known.map(double[]::clone).orElseGet(() -> weigh(columns, problems));
  }

  private double[] weigh(List<Column> columns, Problems problems) {
    return weighting.apply(new WeightedGroup(node.code(), declared, columns), problems);
  }
}
