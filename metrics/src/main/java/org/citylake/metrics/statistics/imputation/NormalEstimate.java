package org.citylake.metrics.statistics.imputation;

import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Means and covariances of a multivariate normal distribution, and one step towards likelier ones.
 * Columns are standardised.
 */
record NormalEstimate(double[] means, double[][] covariance) {
  private static final double SYMMETRY = 1e-10;
  private static final double POSITIVITY = 1e-10;

  static NormalEstimate start(int size) {
    double[][] covariance = new double[size][size];
    for (int j = 0; j < size; j++) {
      covariance[j][j] = 1;
    }
    return new NormalEstimate(new double[size], covariance);
  }

  /** The estimate from the expected values and their expected products. */
  NormalEstimate next(double[][] values, boolean[][] present) {
    int size = means.length;
    int units = values.length;
    double[] sums = new double[size];
    double[][] products = new double[size][size];
    double[][] rows = new double[units][];
    for (int i = 0; i < units; i++) {
      Regression regression = regression(present[i]);
      rows[i] = regression.fill(values[i]);
      for (int j = 0; j < size; j++) {
        sums[j] += rows[i][j];
      }
      regression.addResidual(products);
    }
    double[] nextMeans = new double[size];
    for (int j = 0; j < size; j++) {
      nextMeans[j] = sums[j] / units;
    }
    for (double[] row : rows) {
      for (int j = 0; j < size; j++) {
        for (int k = 0; k < size; k++) {
          products[j][k] += (row[j] - nextMeans[j]) * (row[k] - nextMeans[k]);
        }
      }
    }
    for (int j = 0; j < size; j++) {
      for (int k = 0; k <= j; k++) {
        // Keeps the matrix exactly symmetric.
        products[j][k] = (products[j][k] + products[k][j]) / (2 * units);
        products[k][j] = products[j][k];
      }
    }
    return new NormalEstimate(nextMeans, products);
  }

  /** The values to be expected where they are missing. */
  double[][] expected(double[][] values, boolean[][] present) {
    double[][] rows = new double[values.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = regression(present[i]).fill(values[i]);
    }
    return rows;
  }

  /** The largest change of a mean or a covariance. */
  double distance(NormalEstimate other) {
    double largest = 0;
    for (int j = 0; j < means.length; j++) {
      largest = Math.max(largest, Math.abs(means[j] - other.means[j]));
      for (int k = 0; k < means.length; k++) {
        largest = Math.max(largest, Math.abs(covariance[j][k] - other.covariance[j][k]));
      }
    }
    return largest;
  }

  private Regression regression(boolean[] present) {
    int there = Values.count(present);
    int[] known = new int[there];
    int[] unknown = new int[present.length - there];
    int nextKnown = 0;
    int nextUnknown = 0;
    for (int j = 0; j < present.length; j++) {
      if (present[j]) {
        known[nextKnown++] = j;
      } else {
        unknown[nextUnknown++] = j;
      }
    }
    if (known.length == 0 || unknown.length == 0) {
      return new Regression(known, unknown, new double[unknown.length][known.length]);
    }
    RealMatrix all = new Array2DRowRealMatrix(covariance, false);
    try {
      double[][] coefficients =
          new CholeskyDecomposition(all.getSubMatrix(known, known), SYMMETRY, POSITIVITY)
              .getSolver()
              .solve(all.getSubMatrix(known, unknown))
              .transpose()
              .getData();
      return new Regression(known, unknown, coefficients);
    } catch (MathIllegalArgumentException singular) {
      UndefinedStatisticException undefined =
          new UndefinedStatisticException(
              UndefinedStatisticException.SINGULAR_MATRIX,
              "The covariances of %d columns that a row has depend on each other"
                  .formatted(known.length));
      undefined.initCause(singular);
      throw undefined;
    }
  }

  /** The missing values of a unit from those that it has, [unknown][known]. */
  private final class Regression {
    private final int[] known;
    private final int[] unknown;
    private final double[][] coefficients;

    Regression(int[] known, int[] unknown, double[][] coefficients) {
      this.known = known;
      this.unknown = unknown;
      this.coefficients = coefficients;
    }

    double[] fill(double[] values) {
      double[] filled = values.clone();
      for (int u = 0; u < unknown.length; u++) {
        double expected = means[unknown[u]];
        for (int k = 0; k < known.length; k++) {
          expected += coefficients[u][k] * (values[known[k]] - means[known[k]]);
        }
        filled[unknown[u]] = expected;
      }
      return filled;
    }

    /** Adds the covariances that are left once the known values are known. */
    void addResidual(double[][] products) {
      for (int u = 0; u < unknown.length; u++) {
        for (int v : unknown) {
          double left = covariance[unknown[u]][v];
          for (int k = 0; k < known.length; k++) {
            left -= coefficients[u][k] * covariance[known[k]][v];
          }
          products[unknown[u]][v] += left;
        }
      }
    }
  }
}
