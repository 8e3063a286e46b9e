package org.citylake.metrics.statistics.multicriteria;

import java.util.Arrays;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;

/**
 * The mean of a unit's values with weights that belong to places: the first to its largest value,
 * the last to its smallest. Where values are missing, the weights' running sum, as a broken line
 * over [0, 1], is cut into as many steps as there are values.
 *
 * <p>In: values on one scale; position weights at or above zero, of which only the proportions
 * count. Out: between the unit's smallest and largest value.
 *
 * <p>Source: Yager, On ordered weighted averaging aggregation operators in multicriteria decision
 * making, IEEE Trans. Syst. Man Cybern. 18 (1988); the broken line as his quantifier Q.
 */
public final class OrderedWeightedAverage {
  private OrderedWeightedAverage() {}

  /**
   * Of one unit's values.
   *
   * @throws UndefinedStatisticException too-few-values if all are missing
   */
  public static double of(double[] values, boolean[] present, double[] positionWeights) {
    Values.requireWeights(positionWeights, values.length);
    double[] sorted = Values.present(values, present);
    if (sorted.length == 0) {
      throw new UndefinedStatisticException(
          UndefinedStatisticException.TOO_FEW_VALUES, "An ordered mean needs at least 1 value");
    }
    Arrays.sort(sorted);
    double smallest = sorted[0];
    double largest = sorted[sorted.length - 1];
    double mean = 0;
    double below = 0;
    for (int i = 1; i <= sorted.length; i++) {
      double upTo = runningShare(positionWeights, (double) i / sorted.length);
      mean += (upTo - below) * sorted[sorted.length - i];
      below = upTo;
    }
    return Math.max(smallest, Math.min(largest, mean));
  }

  /**
   * How near a mean is to the maximum, 1, or to the minimum, 0; equal weights give 0.5. One weight
   * alone gives 0.5.
   */
  public static double orness(double[] positionWeights) {
    Values.requireWeights(positionWeights, positionWeights.length);
    int n = positionWeights.length;
    if (n == 1) {
      return 0.5;
    }
    double weighted = 0;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      weighted += (n - 1 - i) * positionWeights[i];
      sum += positionWeights[i];
    }
    return weighted / sum / (n - 1);
  }

  private static double runningShare(double[] weights, double position) {
    double reached = position * weights.length;
    double share = 0;
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      share += weights[i] * Math.max(0, Math.min(1, reached - i));
      sum += weights[i];
    }
    return share / sum;
  }
}
