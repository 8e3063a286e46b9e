package org.citylake.metrics.statistics.correlation;

import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;

/**
 * How strongly two columns go together, over the units that have both.
 *
 * @param coefficient in [-1, 1]
 * @param pValue two-sided, in [0, 1]: how often unrelated columns would give as strong a one
 * @param pairs how many units have both values, at least three
 */
public record Correlation(double coefficient, double pValue, int pairs) {

  /** Too few pairs to tell a p-value. */
  static final int LEAST_PAIRS = 3;

  /**
   * Of two columns of one length, each in any unit.
   *
   * @throws UndefinedStatisticException too-few-values below three pairs, or constant-column if one
   *     of the columns is so over the pairs
   */
  public static Correlation of(
      CorrelationMethod method, double[] x, boolean[] xPresent, double[] y, boolean[] yPresent) {
    Values.requireSameLength(x.length, y.length);
    Values.requireSameLength(x.length, xPresent.length);
    Values.requireSameLength(y.length, yPresent.length);
    boolean[] both = new boolean[x.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = xPresent[i] && yPresent[i];
    }
    double[] xs = Values.present(x, both);
    double[] ys = Values.present(y, both);
    if (xs.length < LEAST_PAIRS) {
      throw new UndefinedStatisticException(
          UndefinedStatisticException.TOO_FEW_VALUES,
          "A correlation needs at least %d pairs, not %d".formatted(LEAST_PAIRS, xs.length));
    }
    requireSpread(xs);
    requireSpread(ys);
    return method.ofPairs(xs, ys);
  }

  private static void requireSpread(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return;
      }
    }
    throw new UndefinedStatisticException(
        UndefinedStatisticException.CONSTANT_COLUMN,
        "A correlation needs columns that are not constant: all %d values are %s"
            .formatted(values.length, values[0]));
  }
}
