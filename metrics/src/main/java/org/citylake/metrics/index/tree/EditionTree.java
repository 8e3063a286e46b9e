package org.citylake.metrics.index.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Node;

/**
 * The tree of a checked edition. Nodes stand in the order of the edition, every parent before its
 * children.
 *
 * @param nodes the root first
 * @param leaves the indicators, in the order of the tree
 */
public record EditionTree(List<TreeNode> nodes, List<TreeNode> leaves) {
  public EditionTree {
    nodes = List.copyOf(nodes);
    leaves = List.copyOf(leaves);
  }

  /**
   * A node.
   *
   * @param place its place among the nodes
   * @param declared as the edition declares it
   * @param level 0 for the root
   * @param parent place of the parent; -1 of the root
   * @param children places of the children, in the order of their codes, so that the order in which
   *     siblings are written does not show in the last digit
   * @param leaf place among the leaves; -1 of a node with children
   */
  public record TreeNode(
      int place, Node declared, int level, int parent, List<Integer> children, int leaf) {
    public TreeNode {
      children = List.copyOf(children);
    }

    /** Node or indicator code. */
    public String code() {
      return declared.code();
    }

    /** Whether the node is an indicator. */
    public boolean isLeaf() {
      return leaf >= 0;
    }
  }

  /** The tree of an edition in which {@link TreeCheck} finds no problem. */
  public static EditionTree of(EditionDeclaration edition) {
    Map<String, List<Node>> below = new LinkedHashMap<>();
    Node root = edition.nodes().get(0);
    for (Node node : edition.nodes()) {
      node.parent().ifPresent(p -> below.computeIfAbsent(p, k -> new ArrayList<>()).add(node));
      root = node.parent().isEmpty() ? node : root;
    }
    List<Node> ordered = new ArrayList<>();
    Map<String, Integer> levels = new HashMap<>();
    add(root, 0, below, ordered, levels);
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < ordered.size(); i++) {
      places.put(ordered.get(i).code(), i);
    }
    List<TreeNode> nodes = new ArrayList<>();
    List<TreeNode> leaves = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      Node node = ordered.get(i);
      List<Integer> children =
          below.getOrDefault(node.code(), List.of()).stream()
              .sorted(Comparator.comparing(Node::code))
              .map(child -> places.getOrDefault(child.code(), -1))
              .toList();
      TreeNode made =
          new TreeNode(
              i,
              node,
              levels.getOrDefault(node.code(), 0),
              node.parent().map(p -> places.getOrDefault(p, -1)).orElse(-1),
              children,
              children.isEmpty() ? leaves.size() : -1);
      nodes.add(made);
      if (made.isLeaf()) {
        leaves.add(made);
      }
    }
    return new EditionTree(nodes, leaves);
  }

  private static void add(
      Node node,
      int level,
      Map<String, List<Node>> below,
      List<Node> ordered,
      Map<String, Integer> levels) {
    ordered.add(node);
    levels.put(node.code(), level);
    for (Node child : below.getOrDefault(node.code(), List.of())) {
      add(child, level + 1, below, ordered, levels);
    }
  }

  /** The root. */
  public TreeNode root() {
    return nodes.get(0);
  }

  /** The node's children. */
  public List<TreeNode> children(TreeNode node) {
    return node.children().stream().map(nodes::get).toList();
  }
}
