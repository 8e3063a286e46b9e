package org.citylake.metrics.statistics.imputation;

import org.citylake.metrics.statistics.Moments;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;

/**
 * Expectation-maximisation under a multivariate normal distribution: the means and covariances that
 * make the present values most likely, and the missing values that are to be expected by them,
 * given what the unit has. A unit that has nothing gets the means. Starts from the present values'
 * means and variances, so that the result is the same each time.
 *
 * <p>In: a matrix [unit][indicator] in any units of measure, each indicator with at least two
 * different values.
 *
 * <p>Source: Dempster, Laird, Rubin, Maximum likelihood from incomplete data via the EM algorithm,
 * J. R. Stat. Soc. B 39 (1977); Little, Rubin, Statistical Analysis with Missing Data (2002), 11.2.
 *
 * @param values without gaps, the present values as they were
 * @param means of the indicators, in their units
 * @param covariance by maximum likelihood, that is, with n; in the products of their units
 * @param iterations until nothing moved
 */
public record NormalImputation(
    double[][] values, double[] means, double[][] covariance, int iterations) {

  /** The largest step, in standard deviations of the present values, that counts as settled. */
  public static final double TOLERANCE = 1e-12;

  /** Usual limit on iterations. */
  public static final int MAXIMUM_ITERATIONS = 10_000;

  /**
   * Fills a matrix.
   *
   * @throws UndefinedStatisticException constant-column or too-few-values if an indicator has not
   *     two different values, singular-matrix if what a unit has depends on itself, as with more
   *     indicators than units, not-converged
   */
  public static NormalImputation fill(double[][] values, boolean[][] present) {
    return fill(values, present, TOLERANCE, MAXIMUM_ITERATIONS);
  }

  /** The same with other limits, both above zero. */
  public static NormalImputation fill(
      double[][] values, boolean[][] present, double tolerance, int maximumIterations) {
    int indicators = Values.requireMatrix(values, present);
    if (!(tolerance > 0) || maximumIterations < 1) {
      throw new IllegalArgumentException(
          "tolerance and maximumIterations must be > 0: %s, %s"
              .formatted(tolerance, maximumIterations));
    }
    double[] centre = new double[indicators];
    double[] scale = new double[indicators];
    double[][] scaled = new double[values.length][indicators];
    for (int j = 0; j < indicators; j++) {
      Moments moments = Moments.of(Values.column(values, j), Values.column(present, j));
      scale[j] = moments.standardDeviation();
      centre[j] = moments.mean();
      if (moments.constant()) {
        throw new UndefinedStatisticException(
            UndefinedStatisticException.CONSTANT_COLUMN,
            "Column %d has only the value %s".formatted(j, moments.mean()));
      }
      for (int i = 0; i < values.length; i++) {
        scaled[i][j] = present[i][j] ? (values[i][j] - centre[j]) / scale[j] : 0;
      }
    }
    NormalEstimate estimate = NormalEstimate.start(indicators);
    for (int iteration = 1; iteration <= maximumIterations; iteration++) {
      NormalEstimate next = estimate.next(scaled, present);
      double step = next.distance(estimate);
      estimate = next;
      if (step <= tolerance) {
        return unscaled(
            values,
            present,
            estimate.expected(scaled, present),
            estimate,
            centre,
            scale,
            iteration);
      }
    }
    throw new UndefinedStatisticException(
        UndefinedStatisticException.NOT_CONVERGED,
        "Expectation-maximisation did not settle within %d iterations"
            .formatted(maximumIterations));
  }

  private static NormalImputation unscaled(
      double[][] values,
      boolean[][] present,
      double[][] expected,
      NormalEstimate estimate,
      double[] centre,
      double[] scale,
      int iterations) {
    int indicators = centre.length;
    double[] means = new double[indicators];
    double[][] covariance = new double[indicators][indicators];
    double[][] filled = new double[values.length][indicators];
    for (int j = 0; j < indicators; j++) {
      means[j] = centre[j] + scale[j] * estimate.means()[j];
      for (int k = 0; k < indicators; k++) {
        covariance[j][k] = scale[j] * scale[k] * estimate.covariance()[j][k];
      }
      for (int i = 0; i < values.length; i++) {
        filled[i][j] = present[i][j] ? values[i][j] : centre[j] + scale[j] * expected[i][j];
      }
    }
    return new NormalImputation(filled, means, covariance, iterations);
  }
}
