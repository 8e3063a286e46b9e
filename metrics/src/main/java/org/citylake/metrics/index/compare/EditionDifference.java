package org.citylake.metrics.index.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.core.declaration.EditionDeclaration.Step;

/**
 * Something that differs between two editions.
 *
 * @param kind such as {@code node-added}, {@code node-removed}, {@code weight}, {@code step}
 * @param what the node's code or the step's name
 * @param before what it is in the first edition; empty where it is not there
 * @param after what it is in the second; empty where it is not there
 */
public record EditionDifference(String kind, String what, String before, String after) {

  /** What differs: nodes, parents, shares of weight among siblings, measures, steps, units. */
  public static List<EditionDifference> between(
      EditionDeclaration before, EditionDeclaration after) {
    List<EditionDifference> found = new ArrayList<>();
    nodes(before, after, found);
    steps("step", "", before.steps(), after.steps(), found);
    add(found, "units", "units", before.units(), after.units());
    add(found, "peer-groups", "peer-groups", before.peerGroups(), after.peerGroups());
    add(found, "minimum-units", "minimum-units", before.minimumUnits(), after.minimumUnits());
    return List.copyOf(found);
  }

  private static void nodes(
      EditionDeclaration before, EditionDeclaration after, List<EditionDifference> found) {
    Map<String, Node> first = byCode(before);
    Map<String, Node> second = byCode(after);
    Map<String, Double> firstShares = shares(before);
    Map<String, Double> secondShares = shares(after);
    Set<String> codes = new LinkedHashSet<>(first.keySet());
    codes.addAll(second.keySet());
    for (String code : codes) {
      Node a = first.get(code);
      Node b = second.get(code);
      if (a == null && b != null) {
        found.add(new EditionDifference("node-added", code, "", b.parent().orElse("")));
      } else if (b == null && a != null) {
        found.add(new EditionDifference("node-removed", code, a.parent().orElse(""), ""));
      } else if (a != null && b != null) {
        add(found, "parent", code, a.parent().orElse(""), b.parent().orElse(""));
        add(
            found,
            "weight",
            code,
            firstShares.getOrDefault(code, 1.0),
            secondShares.getOrDefault(code, 1.0));
        add(found, "measure", code, a.measure(), b.measure());
        steps("own-step", code + ".", a.own(), b.own(), found);
      }
    }
  }

  private static Map<String, Node> byCode(EditionDeclaration edition) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    edition.nodes().forEach(node -> nodes.put(node.code(), node));
    return nodes;
  }

  /** The stated weights as shares among siblings. */
  private static Map<String, Double> shares(EditionDeclaration edition) {
    Map<String, Double> sums = new HashMap<>();
    edition.nodes().forEach(n -> sums.merge(n.parent().orElse(""), n.weight(), Double::sum));
    Map<String, Double> shares = new HashMap<>();
    for (Node node : edition.nodes()) {
      double sum = sums.getOrDefault(node.parent().orElse(""), 1.0);
      // Twelve digits, so that weights that are the same but for their scale compare equal.
      shares.put(node.code(), Math.rint(node.weight() / sum * 1e12) / 1e12);
    }
    return shares;
  }

  private static void steps(
      String kind,
      String prefix,
      Map<String, Step> before,
      Map<String, Step> after,
      List<EditionDifference> found) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      add(found, kind, prefix + name, text(before.get(name)), text(after.get(name)));
    }
  }

  private static String text(@org.jspecify.annotations.Nullable Step step) {
    return step == null
        ? ""
        : step.method() + (step.parameters().isEmpty() ? "" : " " + step.parameters());
  }

  private static void add(
      List<EditionDifference> found, String kind, String what, Object before, Object after) {
    if (!before.equals(after)) {
      found.add(new EditionDifference(kind, what, before.toString(), after.toString()));
    }
  }
}
