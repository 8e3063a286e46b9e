package org.citylake.metrics.index.aggregate;

import java.util.ArrayList;
import java.util.List;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Rows.Block;
import org.citylake.metrics.statistics.UndefinedStatisticException;

/**
 * The scores of a period's units below a node as a matrix, for methods that compare units.
 *
 * @param rows the panel's row of each unit
 * @param values [unit][child], 0 where one is missing
 * @param present whether there is a value
 */
record BlockMatrix(List<Integer> rows, double[][] values, boolean[][] present) {

  /** Of the units that are to be scored; of complete ones only, if the method needs that. */
  static BlockMatrix of(
      Siblings siblings, Block block, boolean[] scored, boolean completeOnly) {
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < scored.length; i++) {
      int row = block.from() + i;
      if (scored[i] && (!completeOnly || complete(siblings, row))) {
        rows.add(row);
      }
    }
    double[][] values = new double[rows.size()][siblings.size()];
    boolean[][] present = new boolean[rows.size()][siblings.size()];
    for (int unit = 0; unit < rows.size(); unit++) {
      for (int child = 0; child < siblings.size(); child++) {
        values[unit][child] = siblings.value(child, rows.get(unit));
        present[unit][child] = siblings.has(child, rows.get(unit));
      }
    }
    return new BlockMatrix(rows, values, present);
  }

  private static boolean complete(Siblings siblings, int row) {
    for (int child = 0; child < siblings.size(); child++) {
      if (!siblings.has(child, row)) {
        return false;
      }
    }
    return true;
  }

  boolean empty() {
    return rows.isEmpty();
  }

  /** Reports that a method has no result, in the words of the statistic. */
  static void report(
      Siblings siblings, Block block, UndefinedStatisticException e, Problems problems) {
    problems.add(
        "panel",
        0,
        e.rule(),
        (siblings.parent() + " " + block.period()).strip(),
        "Cannot aggregate: " + e.getMessage());
  }
}
