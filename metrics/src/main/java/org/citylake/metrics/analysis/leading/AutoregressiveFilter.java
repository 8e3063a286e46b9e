package org.citylake.metrics.analysis.leading;

import java.util.Arrays;

/**
 * An autoregression fitted to a series by the Yule-Walker equations, solved by Durbin's recursion,
 * with the order of the least AIC. Source: Box and Jenkins, "Time Series Analysis" (1976), 3.2 and
 * A3.2; Akaike (1974).
 */
final class AutoregressiveFilter {
  private final double[] coefficients;

  private AutoregressiveFilter(double[] coefficients) {
    this.coefficients = coefficients;
  }

  /**
   * Fits.
   *
   * @param values at least two, not all the same
   * @param highest highest order that is tried; a quarter of the values at most is
   */
  static AutoregressiveFilter fit(double[] values, int highest) {
    double[] covariances = covariances(values, Math.min(highest, values.length / 4));
    double variance = covariances[0];
    double[] best = {};
    double least = values.length * Math.log(variance);
    double[] phi = {};
    for (int order = 1; order < covariances.length && variance > 0; order++) {
      double reflection = covariances[order];
      for (int i = 0; i < phi.length; i++) {
        reflection -= phi[i] * covariances[order - 1 - i];
      }
      reflection /= variance;
      double[] next = Arrays.copyOf(phi, order);
      for (int i = 0; i < phi.length; i++) {
        next[i] = phi[i] - reflection * phi[phi.length - 1 - i];
      }
      next[order - 1] = reflection;
      phi = next;
      variance *= 1 - reflection * reflection;
      double criterion = values.length * Math.log(variance) + 2.0 * order;
      if (criterion < least) {
        least = criterion;
        best = phi;
      }
    }
    return new AutoregressiveFilter(best);
  }

  /** What the autoregression leaves of a series; shorter by its order. */
  double[] residuals(double[] values) {
    double mean = mean(values);
    double[] residuals = new double[values.length - coefficients.length];
    for (int t = 0; t < residuals.length; t++) {
      int place = t + coefficients.length;
      residuals[t] = values[place] - mean;
      for (int i = 0; i < coefficients.length; i++) {
        residuals[t] -= coefficients[i] * (values[place - 1 - i] - mean);
      }
    }
    return residuals;
  }

  private static double[] covariances(double[] values, int highest) {
    double mean = mean(values);
    double[] covariances = new double[highest + 1];
    for (int lag = 0; lag <= highest; lag++) {
      for (int t = lag; t < values.length; t++) {
        covariances[lag] += (values[t] - mean) * (values[t - lag] - mean) / values.length;
      }
    }
    return covariances;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }
}
