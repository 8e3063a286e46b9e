package org.citylake.metrics.index;

import java.util.Arrays;
import java.util.List;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Partition;

/**
 * Ranks units within the parts of a partition: 1 is best, ties share the lower number ("1224"
 * ranking). Where fewer units of a part are scored than asked for, nobody of it is ranked. A unit
 * that is in no part is not ranked.
 *
 * @param ranks of each row; 0 where it is not ranked
 * @param scored of each row, how many units of its part are scored; 0 where it is in no part
 */
public record Ranking(int[] ranks, int[] scored) {

  /** Of scores, by the parts that they are ranked within. */
  public static Ranking of(Column scores, Partition partition, int minimumUnits) {
    Ranking ranking = new Ranking(new int[scores.size()], new int[scores.size()]);
    for (int[] part : partition.parts()) {
      double[] sorted = scores.valuesOf(part);
      Arrays.sort(sorted);
      for (int row : part) {
        ranking.scored[row] = sorted.length;
        if (scores.has(row) && sorted.length >= minimumUnits) {
          ranking.ranks[row] = 1 + above(sorted, scores.value(row));
        }
      }
    }
    return ranking;
  }

  /** The partition of an edition's peer groups in each period; the whole period without groups. */
  static Partition peers(Partition periods, List<String> groups) {
    return groups.isEmpty() ? periods : periods.within(groups);
  }

  /**
   * How many of an ascending field, which is not empty, are above the value. Every step takes the
   * same way whatever it compares, as no processor foresees which half it will be.
   */
  private static int above(double[] field, double value) {
    int notAbove = 0;
    for (int left = field.length; left > 1; ) {
      int half = left >>> 1;
      notAbove += field[notAbove + half - 1] <= value ? half : 0;
      left -= half;
    }
    return field.length - notAbove - (field[notAbove] <= value ? 1 : 0);
  }
}
