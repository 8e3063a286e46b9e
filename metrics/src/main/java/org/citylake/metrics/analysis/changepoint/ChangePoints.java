package org.citylake.metrics.analysis.changepoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citylake.metrics.statistics.Quantiles;
import org.citylake.metrics.statistics.Values;

/**
 * Where a series breaks into straight lines: the segmentation with the least sum of squared
 * distances from a line fitted to each segment, plus a penalty for each break. A steady rise has
 * none. Exact, by optimal partitioning (Jackson et al., "An algorithm for optimal partitioning of
 * data on an interval", IEEE Signal Processing Letters 12, 2005); the pruning by which PELT makes
 * it fast for long series is not needed below some hundred values.
 *
 * <p>The penalty is 6 times the logarithm of the length times the noise's variance: twice that of
 * Schwarz's criterion for the three numbers that a break adds, as the noise of real series is not
 * independent. The variance comes from second differences, which neither level nor pace move.
 */
public final class ChangePoints {
  private static final double PENALTY = 6;
  private static final double NORMAL = 1.4826;
  private static final double ROUNDING = 1e-6;

  private final double[] sums;
  private final double[] squares;
  private final double[] moments;
  private final int length;

  private ChangePoints(double[] values) {
    length = values.length;
    sums = new double[length + 1];
    squares = new double[length + 1];
    moments = new double[length + 1];
    double mean = Arrays.stream(values).average().orElse(0);
    for (int i = 0; i < length; i++) {
      // About the mean, so that squares of large values do not swallow what differs.
      double value = values[i] - mean;
      sums[i + 1] = sums[i] + value;
      squares[i + 1] = squares[i] + value * value;
      moments[i + 1] = moments[i] + i * value;
    }
  }

  /**
   * The first places of all segments but the first, in order.
   *
   * @param values finite
   * @param shortest fewest values of a segment, at least 3
   */
  public static List<Integer> find(double[] values, int shortest) {
    if (shortest < 3) {
      throw new IllegalArgumentException("a segment needs 3 values to tell: " + shortest);
    }
    if (values.length < 2 * shortest) {
      return List.of();
    }
    double penalty = PENALTY * Math.log(values.length) * variance(values);
    return new ChangePoints(values).search(penalty, shortest);
  }

  private List<Integer> search(double penalty, int shortest) {
    double[] best = new double[length + 1];
    int[] previous = new int[length + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = -penalty;
    for (int end = shortest; end <= length; end++) {
      for (int start = 0; start <= end - shortest; start++) {
        double cost = best[start] + cost(start, end) + penalty;
        if (cost < best[end]) {
          best[end] = cost;
          previous[end] = start;
        }
      }
    }
    List<Integer> places = new ArrayList<>();
    for (int end = previous[length]; end > 0; end = previous[end]) {
      places.add(0, end);
    }
    return places;
  }

  /** Sum of squared distances of {@code [start, end)} from its least-squares line. */
  private double cost(int start, int end) {
    double count = end - start;
    double sum = sums[end] - sums[start];
    double moment = moments[end] - moments[start] - start * sum;
    double middle = (count - 1) / 2;
    double spread = count * (count * count - 1) / 12;
    double slope = (moment - middle * sum) / spread;
    double rest = squares[end] - squares[start] - sum * sum / count - slope * slope * spread;
    return Math.max(0, rest);
  }

  private static double variance(double[] values) {
    double[] bends = new double[values.length - 2];
    double largest = 0;
    for (int i = 0; i < bends.length; i++) {
      bends[i] = Math.abs(values[i] - 2 * values[i + 1] + values[i + 2]);
      largest = Math.max(largest, Math.abs(values[i] - values[0]));
    }
    double deviation = NORMAL * Quantiles.median(bends, Values.allPresent(bends.length));
    double floor = ROUNDING * largest;
    return Math.max(deviation * deviation / 6, floor * floor);
  }
}
