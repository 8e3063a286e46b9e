package org.citylake.metrics.export.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.metrics.export.ExportReference;
import org.citylake.metrics.export.ExportReference.Names;

/** Lays an edition's tree out so that siblings stand together. */
final class FigureTree {
  private FigureTree() {}

  /**
   * The nodes that have a published weight, level by level.
   *
   * @param weights effective weight by node
   */
  static List<FigureNode> nodes(
      EditionDeclaration edition, ExportReference reference, Map<String, Double> weights) {
    Map<String, List<Node>> children = new LinkedHashMap<>();
    Deque<Node> waiting = new ArrayDeque<>();
    for (Node node : edition.nodes()) {
      if (weights.containsKey(node.code())) {
        node.parent().ifPresent(p -> children.computeIfAbsent(p, k -> new ArrayList<>()).add(node));
        if (node.parent().isEmpty()) {
          waiting.add(node);
        }
      }
    }
    Map<String, FigureNode> nodes = new LinkedHashMap<>();
    while (!waiting.isEmpty()) {
      Node node = waiting.remove();
      List<Node> below = children.getOrDefault(node.code(), List.of());
      Optional<FigureNode> parent = node.parent().map(nodes::get);
      double weight = weights.getOrDefault(node.code(), 0.0);
      int level = parent.map(p -> p.level() + 1).orElse(0);
      nodes.put(
          node.code(),
          new FigureNode(
              node.code(),
              node.parent(),
              level,
              names(node, reference),
              weight,
              parent.map(p -> p.weight() == 0 ? 0 : weight / p.weight()).orElse(1.0),
              below.isEmpty() ? Optional.empty() : Optional.of(edition.aggregation(node, level))));
      waiting.addAll(below);
    }
    return List.copyOf(nodes.values());
  }

  private static Names names(Node node, ExportReference reference) {
    Names indicator = reference.indicator(node.code());
    return new Names(
        node.nameZh().isEmpty() ? indicator.zh() : node.nameZh(),
        node.nameEn().isEmpty() ? indicator.en() : node.nameEn());
  }
}
