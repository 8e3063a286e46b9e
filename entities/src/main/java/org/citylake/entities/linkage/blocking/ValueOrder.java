package org.citylake.entities.linkage.blocking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.citylake.entities.linkage.comparison.ComparedColumn;
import org.citylake.entities.linkage.table.ValueColumn;

/** Orders the rows of a block that is too large by their values, column after column. */
final class ValueOrder implements Blocks.Nearness {
  private final List<ComparedColumn> columns;
  private final int[][] ranks;

  /** An order by some columns, those with the most values first. */
  ValueOrder(List<ComparedColumn> columns) {
    this.columns =
        columns.stream()
            .sorted(Comparator.comparingInt((ComparedColumn c) -> -c.values().size()))
            .toList();
    this.ranks = new int[columns.size()][];
  }

  @Override
  public void sort(long[] entries, int from, int to, int low, int rows) {
    Long[] block = new Long[to - from];
    for (int i = from; i < to; i++) {
      block[i - from] = entries[i];
    }
    Arrays.sort(
        block,
        (a, b) -> {
          int left = (int) (a & low) % rows;
          int right = (int) (b & low) % rows;
          for (int c = 0; c < columns.size(); c++) {
            int order = Integer.compare(rank(c, left), rank(c, right));
            if (order != 0) {
              return order;
            }
          }
          return Long.compare(a, b);
        });
    for (int i = from; i < to; i++) {
      entries[i] = block[i - from];
    }
  }

  private int rank(int column, int row) {
    if (ranks[column] == null) {
      ranks[column] = ranked(columns.get(column));
    }
    int code = columns.get(column).code(row);
    return code == ValueColumn.MISSING ? -1 : ranks[column][code];
  }

  private static int[] ranked(ComparedColumn column) {
    Integer[] order = new Integer[column.values().size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparing(i -> column.values().get(i)));
    int[] ranks = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      ranks[order[i]] = i;
    }
    return ranks;
  }
}
