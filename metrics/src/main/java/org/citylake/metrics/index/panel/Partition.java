package org.citylake.metrics.index.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;

/**
 * Parts of a panel's rows that a method looks at together: a period, all periods, or the rows of a
 * group in either.
 *
 * @param parts the rows of each part, ascending; a row that is in no group is in no part
 */
public record Partition(List<int[]> parts) {
  public Partition {
    parts = List.copyOf(parts);
  }

  /** Each period by itself. */
  public static Partition byPeriod(Rows rows) {
    return new Partition(rows.byPeriod());
  }

  /** All rows together. */
  public static Partition whole(Rows rows) {
    return new Partition(List.of(rows.all()));
  }

  /** Each part again parted by the rows' group. */
  public Partition within(List<String> groups) {
    List<int[]> finer = new ArrayList<>();
    for (int[] part : parts) {
      Map<String, List<Integer>> byGroup = new TreeMap<>();
      for (int row : part) {
        String group = groups.get(row);
        if (!group.isEmpty()) {
          byGroup.computeIfAbsent(group, g -> new ArrayList<>()).add(row);
        }
      }
      byGroup
          .values()
          .forEach(rows -> finer.add(rows.stream().mapToInt(Integer::intValue).toArray()));
    }
    return new Partition(finer);
  }

  /**
   * The group of each row.
   *
   * @param name {@code peer-groups} for the edition's peer groups, else a group column of the panel
   * @return empty texts after a problem
   */
  public static List<String> groups(
      String name, EditionDeclaration edition, Panel panel, Problems problems) {
    List<String> groups = new ArrayList<>();
    if (name.equals(EditionDeclaration.PEER_GROUPS)) {
      Map<String, String> byUnit = new TreeMap<>();
      edition.peerGroups().forEach((group, units) -> units.forEach(u -> byUnit.put(u, group)));
      for (int row = 0; row < panel.rows().size(); row++) {
        groups.add(byUnit.getOrDefault(panel.rows().unit(row), ""));
      }
      return groups;
    }
    List<String> column = panel.groups().get(name);
    if (column == null) {
      List<String> known = new ArrayList<>(panel.groups().keySet());
      known.add(EditionDeclaration.PEER_GROUPS);
      problems.add(
          edition.file(),
          0,
          "unknown-group",
          name,
          "The panel has no group column of this name; there are "
              + known
              + NearestName.hint(name, known));
      return java.util.Collections.nCopies(panel.rows().size(), "");
    }
    return column;
  }
}
