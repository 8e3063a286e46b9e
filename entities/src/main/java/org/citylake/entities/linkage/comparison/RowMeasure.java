package org.citylake.entities.linkage.comparison;

import org.citylake.entities.linkage.table.ValueColumn;

/**
 * A level over two columns of two rows.
 *
 * @param place its place among the comparison's levels, from 1
 * @param level the level
 * @param first the comparison's column
 * @param second the other column
 */
record RowMeasure(int place, Level level, ComparedColumn first, ComparedColumn second) {
  private static final double EARTH_RADIUS_KM = 6371.0088;

  boolean holds(int left, int right) {
    return level.measure() == Measure.KILOMETRES
        ? level.holds(kilometres(left, right))
        : crossed(left, right);
  }

  /** Both columns of one row are those of the other exchanged; a missing one may be anything. */
  private boolean crossed(int left, int right) {
    double there = likeness(first.code(left), second.code(right));
    double back = likeness(first.code(right), second.code(left));
    if (Double.isNaN(there)) {
      return level.holds(back);
    }
    return level.holds(there) && (Double.isNaN(back) || level.holds(back));
  }

  private double likeness(int inFirst, int inSecond) {
    if (inFirst == ValueColumn.MISSING || inSecond == ValueColumn.MISSING) {
      return Double.NaN;
    }
    String a = first.values().get(inFirst);
    String b = second.values().get(inSecond);
    if (a.charAt(0) != b.charAt(0)) {
      return 0;
    }
    return a.equals(b)
        ? 1
        : JaroWinkler.similarity(
            a, first.bags()[inFirst], b, second.bags()[inSecond], level.bound());
  }

  private double kilometres(int left, int right) {
    if (second.code(left) == ValueColumn.MISSING || second.code(right) == ValueColumn.MISSING) {
      return Double.NaN;
    }
    double a = radians(first, left);
    double b = radians(first, right);
    double apart = radians(second, left) - radians(second, right);
    double half = Math.pow(Math.sin((a - b) / 2), 2);
    double sum = half + Math.cos(a) * Math.cos(b) * Math.pow(Math.sin(apart / 2), 2);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(sum)));
  }

  private static double radians(ComparedColumn column, int row) {
    return Math.toRadians(NumberForm.parse(column.values().get(column.code(row))));
  }
}
