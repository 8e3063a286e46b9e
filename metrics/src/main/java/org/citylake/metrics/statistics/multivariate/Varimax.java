package org.citylake.metrics.statistics.multivariate;

import org.citylake.metrics.statistics.UndefinedStatisticException;

/**
 * Turns factors, two at a time, so that each indicator loads on few of them: the variance of the
 * squared loadings within factors becomes largest, each indicator's loadings taken as if its
 * communality were one.
 *
 * <p>Source: Kaiser, The varimax criterion for analytic rotation in factor analysis, Psychometrika
 * 23 (1958).
 */
final class Varimax {
  private static final int MAXIMUM_SWEEPS = 1000;
  private static final double SMALLEST_ANGLE = 1e-13;

  private Varimax() {}

  /**
   * Rotated loadings, [indicator][factor].
   *
   * @throws UndefinedStatisticException not-converged
   */
  static double[][] rotate(double[][] loadings) {
    double[] lengths = new double[loadings.length];
    double[][] rotated = new double[loadings.length][];
    for (int j = 0; j < loadings.length; j++) {
      rotated[j] = loadings[j].clone();
      for (double loading : loadings[j]) {
        lengths[j] = Math.hypot(lengths[j], loading);
      }
      scale(rotated[j], lengths[j] == 0 ? 1 : 1 / lengths[j]);
    }
    for (int sweep = 0; sweep < MAXIMUM_SWEEPS; sweep++) {
      if (sweep(rotated) <= SMALLEST_ANGLE) {
        for (int j = 0; j < rotated.length; j++) {
          scale(rotated[j], lengths[j]);
        }
        return rotated;
      }
    }
    throw new UndefinedStatisticException(
        UndefinedStatisticException.NOT_CONVERGED,
        "Varimax did not settle within %d sweeps".formatted(MAXIMUM_SWEEPS));
  }

  private static void scale(double[] row, double by) {
    for (int f = 0; f < row.length; f++) {
      row[f] *= by;
    }
  }

  /** Turns each pair of factors once; returns the largest angle. */
  private static double sweep(double[][] rows) {
    double largest = 0;
    for (int f = 0; f < rows[0].length; f++) {
      for (int g = f + 1; g < rows[0].length; g++) {
        double angle = angle(rows, f, g);
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        for (double[] row : rows) {
          double x = row[f];
          double y = row[g];
          row[f] = x * cosine + y * sine;
          row[g] = y * cosine - x * sine;
        }
        largest = Math.max(largest, Math.abs(angle));
      }
    }
    return largest;
  }

  private static double angle(double[][] rows, int f, int g) {
    double sumU = 0;
    double sumV = 0;
    double sumDifference = 0;
    double sumProduct = 0;
    for (double[] row : rows) {
      double u = row[f] * row[f] - row[g] * row[g];
      double v = 2 * row[f] * row[g];
      sumU += u;
      sumV += v;
      sumDifference += u * u - v * v;
      sumProduct += u * v;
    }
    double numerator = 2 * (sumProduct - sumU * sumV / rows.length);
    double denominator = sumDifference - (sumU * sumU - sumV * sumV) / rows.length;
    // Where both are nothing but rounding, every angle is as good, and none is kept.
    return Math.hypot(numerator, denominator) < 1e-14 * rows.length
        ? 0
        : StrictMath.atan2(numerator, denominator) / 4;
  }
}
