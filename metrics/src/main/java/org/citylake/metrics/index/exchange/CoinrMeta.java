package org.citylake.metrics.index.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;

/**
 * COINr's iMeta, checked: codes once, levels that follow each other from 1, every parent exactly
 * one level above, one index at the top.
 *
 * <p>Source: COINr 1.1.14, check_iMeta.
 *
 * @param nodes the lines, in the order of the table
 */
record CoinrMeta(List<CoinrNode> nodes) {
  private static final Set<String> TYPES =
      new TreeSet<>(Set.of("Indicator", "Aggregate", "Group", "Denominator", "Other"));
  private static final List<String> REQUIRED =
      List.of("iCode", "Level", "Parent", "Direction", "Weight", "Type");

  CoinrMeta {
    nodes = List.copyOf(nodes);
  }

  static CoinrMeta read(CoinrTable table, Problems problems) {
    for (String column : REQUIRED) {
      if (!table.has(column)) {
        problems.add(
            table.name(),
            1,
            "column-missing",
            column,
            "iMeta needs the column '" + column + "'" + NearestName.hint(column, table.header()));
      }
    }
    List<CoinrNode> nodes = new ArrayList<>();
    Map<String, CoinrNode> byCode = new HashMap<>();
    for (CoinrTable.Line line : table.lines()) {
      String type = line.find("Type").orElse("");
      String code = line.find("iCode").orElse("");
      int level = level(line);
      CoinrNode node = new CoinrNode(line, code, type, level, table, problems);
      if (code.isEmpty()) {
        node.problem("code-missing", "", "The line has no iCode");
      } else if (!code.matches("[A-Za-z][A-Za-z0-9_.-]*")) {
        node.problem(
            "code-form", code, "A code begins with a letter and has letters, digits, _ . -");
      }
      if (byCode.putIfAbsent(code, node) != null) {
        node.problem("code-twice", code, "iMeta has this iCode twice");
      }
      if (!TYPES.contains(type)) {
        node.problem(
            "unknown-type", type, "The type is one of " + TYPES + NearestName.hint(type, TYPES));
      }
      nodes.add(node);
    }
    CoinrMeta meta = new CoinrMeta(nodes);
    meta.checkTree(byCode);
    return meta;
  }

  private static int level(CoinrTable.Line line) {
    String text = line.find("Level").orElse("");
    return text.matches("\\d{1,3}(\\.0+)?") ? (int) Double.parseDouble(text) : 0;
  }

  List<CoinrNode> of(String type) {
    return nodes.stream().filter(n -> n.is(type)).toList();
  }

  /** Indicators and aggregates. */
  List<CoinrNode> tree() {
    return nodes.stream().filter(n -> n.is("Indicator") || n.is("Aggregate")).toList();
  }

  int highest() {
    return tree().stream().mapToInt(CoinrNode::level).max().orElse(0);
  }

  private void checkTree(Map<String, CoinrNode> byCode) {
    int highest = highest();
    Set<String> parents = new TreeSet<>();
    List<String> tops = new ArrayList<>();
    for (CoinrNode node : tree()) {
      if (node.level() < 1) {
        node.problem("level-wrong", node.text("Level").orElse(""), "The level is 1, 2, 3 ...");
      } else if (node.is("Indicator") != (node.level() == 1)) {
        node.problem(
            "level-wrong",
            node.type() + " on level " + node.level(),
            "Indicators stand on level 1, aggregates above");
      }
      String direction = node.text("Direction").orElse("1");
      if (!direction.matches("-?1(\\.0+)?")) {
        node.problem("direction-wrong", direction, "The direction is 1 or -1");
      }
      node.text("Parent").ifPresent(parents::add);
      if (node.level() == highest) {
        tops.add(node.code());
        node.text("Parent")
            .ifPresent(
                parent ->
                    node.problem("top-has-parent", parent, "The index has no parent; write NA"));
      } else {
        checkParent(node, byCode);
      }
    }
    for (CoinrNode node : of("Aggregate")) {
      if (!parents.contains(node.code())) {
        node.problem("no-children", node.code(), "The aggregate has no children");
      }
    }
    if (tops.size() != 1) {
      nodes.stream()
          .findFirst()
          .ifPresent(
              n ->
                  n.problems()
                      .add(
                          n.table().name(),
                          0,
                          "top",
                          tops.toString(),
                          "iMeta needs exactly one aggregate on the highest level"));
    }
  }

  private static void checkParent(CoinrNode node, Map<String, CoinrNode> byCode) {
    String parent = node.text("Parent").orElse("");
    CoinrNode above = byCode.get(parent);
    if (above == null) {
      node.problem(
          "orphan",
          parent,
          "The parent is not in iMeta" + NearestName.hint(parent, byCode.keySet()));
    } else if (above.level() != node.level() + 1) {
      node.problem(
          "level-wrong",
          parent,
          "The parent has to stand exactly one level above, not on level " + above.level());
    }
    if (node.number("Weight").orElse(1) <= 0) {
      node.problem(
          "weight-not-positive",
          node.text("Weight").orElse(""),
          "A weight has to be above zero; take the line out instead");
    }
  }
}
