package org.citylake.metrics.statistics;

import java.util.Arrays;

/**
 * Quantiles between order statistics by linear interpolation, R's default.
 *
 * <p>In: values in any unit, missing ones left out; out: in the same unit, between the smallest and
 * the largest. Throws too-few-values if there is no value.
 *
 * <p>Source: Hyndman, Fan, Sample quantiles in statistical packages, The American Statistician 50
 * (1996), definition 7.
 */
public final class Quantiles {
  private Quantiles() {}

  /** The value below which the share {@code probability}, in [0, 1], of the values lies. */
  public static double quantile(double[] values, boolean[] present, double probability) {
    double[] sorted = Values.present(values, present);
    Arrays.sort(sorted);
    return ofSorted(sorted, probability);
  }

  /** The middle value, or the mean of the two in the middle. */
  public static double median(double[] values, boolean[] present) {
    return quantile(values, present, 0.5);
  }

  /** The same of values that are complete and ascend already. */
  public static double ofSorted(double[] sorted, double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("A probability lies in [0, 1]: " + probability);
    }
    if (sorted.length == 0) {
      throw new UndefinedStatisticException(
          UndefinedStatisticException.TOO_FEW_VALUES,
          "Cannot compute a quantile of 0 values: it needs at least 1");
    }
    double position = (sorted.length - 1) * probability;
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    double share = position - below;
    // Not below + share * (above - below): the difference of two far values can overflow.
    return sorted[below] == sorted[above]
        ? sorted[below]
        : (1 - share) * sorted[below] + share * sorted[above];
  }
}
