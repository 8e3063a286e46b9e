package org.citylake.metrics.analysis.leading;

/**
 * How a candidate runs ahead of a figure.
 *
 * @param lag periods by which the candidate is earlier, at least 1
 * @param correlation of the figure's innovations with the candidate's so many periods before, -1 to
 *     1: the strongest of all lags
 * @param bound what its absolute value would pass by chance in one of twenty pairs
 * @param pairs pairs of innovations behind it
 */
public record Lead(int lag, double correlation, double bound, int pairs) {
  /** Whether chance alone rarely gives so much. */
  public boolean significant() {
    return Math.abs(correlation) > bound;
  }
}
