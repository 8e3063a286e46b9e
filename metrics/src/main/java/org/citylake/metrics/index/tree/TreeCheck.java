package org.citylake.metrics.index.tree;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Finds everything that keeps an edition's tree, units and peer groups from being scored. */
public final class TreeCheck {
  private final EditionDeclaration edition;
  private final Problems problems;
  private final Map<String, Node> nodes = new HashMap<>();

  private TreeCheck(EditionDeclaration edition, Problems problems) {
    this.edition = edition;
    this.problems = problems;
  }

  /** Adds one problem for each fault. */
  public static void check(EditionDeclaration edition, Problems problems) {
    TreeCheck check = new TreeCheck(edition, problems);
    check.checkNodes();
    check.checkParents();
    check.checkCycles();
    check.checkUnits();
  }

  private void checkNodes() {
    for (Node node : edition.nodes()) {
      if (nodes.putIfAbsent(node.code(), node) != null) {
        problem("node-twice", node.code(), "The tree has this code twice");
      }
      if (node.parent().isPresent() && !(node.weight() > 0 && Double.isFinite(node.weight()))) {
        problem(
            "weight-not-positive",
            node.code() + ": " + node.weight(),
            "A weight has to be above zero; take the node out instead");
      }
    }
    List<String> roots =
        edition.nodes().stream().filter(n -> n.parent().isEmpty()).map(Node::code).toList();
    if (roots.size() != 1) {
      problem("root", roots.toString(), "The tree needs exactly one node without a parent");
    }
    if (edition.nodes().size() == 1) {
      problem("no-indicator", roots.toString(), "The tree has no indicator below its root");
    }
  }

  private void checkParents() {
    for (Node node : edition.nodes()) {
      node.parent()
          .filter(parent -> !nodes.containsKey(parent))
          .ifPresent(
              parent ->
                  problem(
                      "orphan",
                      node.code() + ": " + parent,
                      "The parent is not in the tree" + NearestName.hint(parent, nodes.keySet())));
    }
  }

  private void checkCycles() {
    Set<String> reported = new HashSet<>();
    for (Node start : edition.nodes()) {
      Set<String> path = new LinkedHashSet<>();
      @Nullable String code = start.code();
      while (code != null && path.add(code)) {
        Node node = nodes.get(code);
        code = node == null ? null : node.parent().orElse(null);
      }
      if (code != null && code.equals(start.code()) && reported.add(code)) {
        reported.addAll(path);
        problem("cycle", String.join(" > ", path), "The tree has a cycle");
      }
    }
  }

  private void checkUnits() {
    Set<String> units = new LinkedHashSet<>();
    for (String unit : edition.units()) {
      if (!units.add(unit)) {
        problem("unit-twice", unit, "The edition names this unit twice");
      }
    }
    Set<String> grouped = new HashSet<>();
    edition.peerGroups().keySet().stream()
        .sorted()
        .forEach(
            group -> {
              for (String unit : edition.peerGroups().getOrDefault(group, List.of())) {
                if (!units.isEmpty() && !units.contains(unit)) {
                  problem(
                      "unknown-unit",
                      group + ": " + unit,
                      "The peer group has a unit that the edition does not score"
                          + NearestName.hint(unit, units));
                } else if (!grouped.add(unit)) {
                  problem("unit-twice", group + ": " + unit, "A unit is in two peer groups");
                }
              }
            });
  }

  private void problem(String rule, String value, String message) {
    problems.add(edition.file(), 0, rule, value, message);
  }
}
