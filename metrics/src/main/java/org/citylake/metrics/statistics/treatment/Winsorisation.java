package org.citylake.metrics.statistics.treatment;

import org.citylake.metrics.statistics.Moments;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;

/**
 * Sets the outermost values to the next inner one, at the top while the skewness is at or above
 * zero, else at the bottom, until the column passes the test or enough points have been set. Values
 * tied at an end move together, so that more points than the limit can be set. The last two
 * different values are never made one: such a column stays as it is and has not passed.
 *
 * <p>In: at least four values in any unit; out: same order and unit.
 *
 * <p>Source: COINr 1.1.14, {@code winsorise}.
 *
 * @param test what the column has to pass
 * @param maximumPoints no further step once so many points have been set, at least 0
 */
public record Winsorisation(OutlierTest test, int maximumPoints) {

  /** As {@code maximumPoints}: no limit. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  public Winsorisation {
    if (maximumPoints < 0) {
      throw new IllegalArgumentException("maximumPoints must be >= 0: " + maximumPoints);
    }
  }

  /**
   * A treated column.
   *
   * @param values the values, 0 where one is missing
   * @param points how many differ from what they were, at the top and at the bottom
   * @param passed whether the column passes the test as it is now
   * @param moments of the column as it is now
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Outcome(double[] values, int points, boolean passed, Moments moments) {}

  /**
   * Treats a column only as long as it does not pass.
   *
   * @throws UndefinedStatisticException constant-column, or too-few-values below four values
   */
  public Outcome apply(double[] values, boolean[] present) {
    return apply(values, present, false);
  }

  /**
   * Treats a column up to the limit whether it passes or not.
   *
   * @throws UndefinedStatisticException as {@link #apply(double[], boolean[])}
   */
  public Outcome force(double[] values, boolean[] present) {
    return apply(values, present, true);
  }

  private Outcome apply(double[] values, boolean[] present, boolean forced) {
    double[] treated = Values.present(values, present);
    Moments moments = Moments.of(treated);
    boolean passed = test.passes(moments);
    int high = 0;
    int low = 0;
    while ((!passed || forced) && high + low < maximumPoints) {
      boolean top = moments.skewness() >= 0;
      double outer = top ? moments.maximum() : moments.minimum();
      double inner = next(treated, outer, top);
      if (inner == (top ? moments.minimum() : moments.maximum())) {
        break;
      }
      int moved = replace(treated, outer, inner);
      if (top) {
        high = moved;
      } else {
        low = moved;
      }
      moments = Moments.of(treated);
      passed = test.passes(moments);
    }
    return new Outcome(Values.spread(treated, present), high + low, passed, moments);
  }

  /** The value that comes after the outermost, going inwards. */
  private static double next(double[] values, double outer, boolean top) {
    double next = top ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    for (double value : values) {
      if (value != outer) {
        next = top ? Math.max(next, value) : Math.min(next, value);
      }
    }
    return next;
  }

  private static int replace(double[] values, double outer, double inner) {
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] == outer) {
        values[i] = inner;
        count++;
      }
    }
    return count;
  }
}
