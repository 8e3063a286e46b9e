package org.citylake.core.declaration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.citylake.core.value.RefArea;
import org.citylake.core.value.TimePeriod;
import org.citylake.core.yaml.YamlFile;

/** What an edition must keep: a tree with one root whose leaves are indicators, known units. */
final class EditionRules {
  private final EditionDeclaration edition;
  private final YamlFile yaml;
  private final Declarations.References references;
  private final Problems problems;
  private final Map<String, Node> nodes = new HashMap<>();

  private EditionRules(
      Loaded<EditionDeclaration> loaded, Declarations.References references, Problems problems) {
    this.edition = loaded.declaration();
    this.yaml = loaded.marker();
    this.references = references;
    this.problems = problems;
  }

  static void check(
      Loaded<EditionDeclaration> loaded, Declarations.References references, Problems problems) {
    EditionRules rules = new EditionRules(loaded, references, problems);
    rules.codes();
    rules.roots();
    rules.parents();
    rules.leaves();
    rules.units();
    rules.dataPeriod();
  }

  private void dataPeriod() {
    edition
        .dataPeriod()
        .filter(period -> TimePeriod.find(period).isEmpty())
        .ifPresent(
            period ->
                report(
                    "/data-period",
                    "period",
                    period,
                    "Not a period; write 2015, 2015-03, 2015-03-01 or 2011/2015"));
    if (edition.lakehouse() && edition.units().isEmpty()) {
      report(
          "/scored-from",
          "missing-key",
          edition.id(),
          "An edition that the lakehouse scores needs 'units'; write scored-from: files for one that"
              + " is scored from panel files only");
    }
  }

  private void codes() {
    List<Node> tree = edition.nodes();
    for (int i = 0; i < tree.size(); i++) {
      if (nodes.putIfAbsent(tree.get(i).code(), tree.get(i)) != null) {
        report(
            "/tree/" + i,
            "duplicate-node",
            tree.get(i).code(),
            "The node stands twice in the tree");
      }
    }
  }

  private void roots() {
    List<Node> tree = edition.nodes();
    long roots = tree.stream().filter(n -> n.parent().isEmpty()).count();
    if (roots != 1) {
      report("/tree", "tree-root", String.valueOf(roots), "The tree must have one root, no more");
    } else if (tree.get(0).parent().isPresent()) {
      report("/tree/0", "tree-root", tree.get(0).code(), "The root must stand first");
    }
  }

  private void parents() {
    List<Node> tree = edition.nodes();
    for (int i = 0; i < tree.size(); i++) {
      Node node = tree.get(i);
      if (node.parent().isEmpty()) {
        continue;
      }
      String parent = node.parent().get();
      if (!nodes.containsKey(parent)) {
        report(
            "/tree/" + i + "/parent",
            "orphan-node",
            parent,
            "The tree has no node '" + parent + "'" + NearestName.hint(parent, nodes.keySet()));
      } else if (inCycle(node)) {
        report("/tree/" + i, "tree-cycle", node.code(), "The node is above itself");
      }
      if (!yaml.root().at("/tree/" + i).has("weight")) {
        report("/tree/" + i, "missing-key", node.code(), "The node has no weight");
      }
    }
  }

  private boolean inCycle(Node start) {
    Set<String> seen = new HashSet<>();
    Optional<String> above = start.parent();
    while (above.isPresent() && seen.add(above.get())) {
      if (above.get().equals(start.code())) {
        return true;
      }
      above = Optional.ofNullable(nodes.get(above.get())).flatMap(Node::parent);
    }
    return false;
  }

  private void leaves() {
    Set<String> parents = new HashSet<>();
    edition.nodes().forEach(n -> n.parent().ifPresent(parents::add));
    List<Node> tree = edition.nodes();
    for (int i = 0; i < tree.size(); i++) {
      Node node = tree.get(i);
      String place = "/tree/" + i;
      boolean leaf = !parents.contains(node.code());
      if (leaf && node.parent().isPresent() && edition.lakehouse()) {
        references.indicator(yaml, place + "/code", node.code());
      } else if (!leaf && (node.nameZh().isEmpty() || node.nameEn().isEmpty())) {
        report(place, "missing-key", node.code(), "A node that is no leaf needs both names");
      }
    }
  }

  private void units() {
    for (int i = 0; i < edition.units().size(); i++) {
      String unit = edition.units().get(i);
      if (edition.lakehouse() && !RefArea.valid(unit)) {
        report("/units/" + i, "ref-area", unit, "Not a code by GB/T 2260");
      }
    }
    edition
        .peerGroups()
        .forEach(
            (group, units) -> {
              for (String unit : units) {
                if (!edition.units().isEmpty() && !edition.units().contains(unit)) {
                  report(
                      YamlFile.child("/peer-groups", group),
                      "unknown-unit",
                      unit,
                      "The group '" + group + "' has a unit that is not scored");
                }
              }
            });
  }

  private void report(String place, String rule, String value, String message) {
    problems.add(yaml.problem(place, rule, value, message));
  }
}
