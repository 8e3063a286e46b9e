package org.citylake.metrics.index.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.metrics.index.weight.Weighting;

/**
 * The tree of a checked edition. Nodes stand in the order of the edition, every parent before its
 * children.
 *
 * @param nodes the root first
 */
public record EditionTree(List<TreeNode> nodes) {
  public EditionTree {
    nodes = List.copyOf(nodes);
  }

  /**
   * A node.
   *
   * @param code node or indicator code
   * @param level 0 for the root
   * @param share weight among its siblings, which sum to 1; 1 for the root
   * @param weight effective weight in the root, the product of the shares down to it
   * @param children codes, in the order of the alphabet; empty for an indicator
   */
  public record TreeNode(
      String code, int level, double share, double weight, List<String> children) {
    public TreeNode {
      children = List.copyOf(children);
    }

    /** Whether the node is an indicator. */
    public boolean leaf() {
      return children.isEmpty();
    }
  }

  /** The tree of an edition in which {@link TreeCheck} finds no problem. */
  public static EditionTree of(EditionDeclaration edition, Weighting weighting) {
    Map<String, List<Node>> children = new LinkedHashMap<>();
    Node root = edition.nodes().get(0);
    for (Node node : edition.nodes()) {
      node.parent().ifPresent(p -> children.computeIfAbsent(p, k -> new ArrayList<>()).add(node));
      root = node.parent().isEmpty() ? node : root;
    }
    List<TreeNode> nodes = new ArrayList<>();
    add(root, 0, 1, 1, children, weighting, nodes);
    return new EditionTree(nodes);
  }

  /** The indicators, in the order of the tree. */
  public List<TreeNode> leaves() {
    return nodes.stream().filter(TreeNode::leaf).toList();
  }

  private static void add(
      Node node,
      int level,
      double share,
      double weight,
      Map<String, List<Node>> children,
      Weighting weighting,
      List<TreeNode> nodes) {
    List<Node> below = children.getOrDefault(node.code(), List.of());
    nodes.add(
        new TreeNode(
            node.code(), level, share, weight, below.stream().map(Node::code).sorted().toList()));
    List<Double> weights = below.isEmpty() ? List.of() : weighting.apply(below);
    // Sorted, so that the order of siblings does not show in the last digit.
    double total = weights.stream().sorted().mapToDouble(Double::doubleValue).sum();
    for (int i = 0; i < below.size(); i++) {
      double part = weights.get(i) / total;
      add(below.get(i), level + 1, part, weight * part, children, weighting, nodes);
    }
  }
}
