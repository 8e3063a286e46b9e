package org.citylake.metrics.statistics.correlation;

import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.stat.correlation.Covariance;

/**
 * How well indicators measure one thing: {@code k² × mean covariance of two different indicators ÷
 * sum of all entries of the covariance matrix}. At most 1, and below 0 where indicators work
 * against each other.
 *
 * <p>In: a matrix [unit][indicator] of at least two indicators; units with a missing value are left
 * out.
 *
 * <p>Source: Cronbach, Coefficient alpha and the internal structure of tests, Psychometrika 16
 * (1951); COINr 1.1.14, {@code get_cronbach}.
 */
public final class CronbachAlpha {
  private CronbachAlpha() {}

  /**
   * Alpha of the indicators.
   *
   * @throws UndefinedStatisticException too-few-values below two complete units, constant-column if
   *     the indicators' sum is the same for all units
   */
  public static double of(double[][] values, boolean[][] present) {
    double[][] rows = Values.completeRows(values, present);
    int indicators = values[0].length;
    if (indicators < 2) {
      throw new IllegalArgumentException("Cronbach's alpha needs at least 2 indicators");
    }
    if (rows.length < 2) {
      throw new UndefinedStatisticException(
          UndefinedStatisticException.TOO_FEW_VALUES,
          "Cronbach's alpha needs at least 2 units without missing values, not " + rows.length);
    }
    RealMatrix covariance = new Covariance(rows).getCovarianceMatrix();
    double total = 0;
    double absolute = 0;
    for (int j = 0; j < indicators; j++) {
      for (int k = 0; k < indicators; k++) {
        total += covariance.getEntry(j, k);
        absolute += Math.abs(covariance.getEntry(j, k));
      }
    }
    // The sum of a constant total is only rounding.
    if (Math.abs(total) <= 1e-14 * absolute) {
      throw new UndefinedStatisticException(
          UndefinedStatisticException.CONSTANT_COLUMN,
          "Cronbach's alpha needs indicators whose sum varies");
    }
    double pairs = indicators * (indicators - 1.0);
    double mean = (total - covariance.getTrace()) / pairs;
    return (double) indicators * indicators * mean / total;
  }
}
