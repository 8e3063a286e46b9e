package org.citylake.metrics.statistics.imputation;

import java.util.Arrays;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;

/**
 * Puts the prediction of a multiple linear regression on the other indicators where a value is
 * missing. The regressors of a unit are the indicators that it has; the regression is fitted over
 * the units that have them all and the missing one. A unit that has nothing gets the means.
 *
 * <p>In: a matrix [unit][indicator]; out: the same without gaps, the present values as they were.
 * Estimates are not used to make other estimates.
 *
 * <p>Source: OECD/JRC Handbook (2008), step 3, regression imputation.
 */
public final class RegressionImputation {
  private static final double SINGULARITY = 1e-10;

  private RegressionImputation() {}

  /**
   * Fills a matrix.
   *
   * @throws UndefinedStatisticException too-few-values if fewer units are left to fit than there
   *     are coefficients, singular-matrix if the regressors depend on each other over them or are
   *     constant
   */
  public static double[][] fill(double[][] values, boolean[][] present) {
    int indicators = Values.requireMatrix(values, present);
    double[][] filled = new double[values.length][indicators];
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < indicators; j++) {
        filled[i][j] = present[i][j] ? values[i][j] : predict(values, present, i, j);
      }
    }
    return filled;
  }

  private static double predict(double[][] values, boolean[][] present, int unit, int indicator) {
    boolean[] regressors = present[unit];
    int width = 1 + Values.count(regressors);
    int height = 0;
    double[][] design = new double[values.length][];
    double[] observed = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      if (present[i][indicator] && hasAll(present[i], regressors)) {
        design[height] = row(values[i], regressors);
        observed[height++] = values[i][indicator];
      }
    }
    if (height < width) {
      throw new UndefinedStatisticException(
          UndefinedStatisticException.TOO_FEW_VALUES,
          "Cannot fit column %d for row %d: %d coefficients from %d rows"
              .formatted(indicator, unit, width, height));
    }
    double[] scale = scale(design, height, width);
    double[][] scaled = new double[height][width];
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < width; j++) {
        scaled[i][j] = design[i][j] / scale[j];
      }
    }
    double[] given = row(values[unit], regressors);
    try {
      double[] coefficients =
          new QRDecomposition(new Array2DRowRealMatrix(scaled, false), SINGULARITY)
              .getSolver()
              .solve(new ArrayRealVector(Arrays.copyOf(observed, height), false))
              .toArray();
      double prediction = 0;
      for (int j = 0; j < width; j++) {
        prediction += coefficients[j] * given[j] / scale[j];
      }
      return prediction;
    } catch (MathRuntimeException singular) {
      UndefinedStatisticException undefined =
          new UndefinedStatisticException(
              UndefinedStatisticException.SINGULAR_MATRIX,
              "Cannot fit column %d for row %d: the regressors depend on each other"
                  .formatted(indicator, unit));
      undefined.initCause(singular);
      throw undefined;
    }
  }

  private static boolean hasAll(boolean[] present, boolean[] regressors) {
    for (int j = 0; j < regressors.length; j++) {
      if (regressors[j] && !present[j]) {
        return false;
      }
    }
    return true;
  }

  /** One, for the intercept, and the regressors. */
  private static double[] row(double[] values, boolean[] regressors) {
    double[] selected = Values.present(values, regressors);
    double[] row = new double[selected.length + 1];
    row[0] = 1;
    System.arraycopy(selected, 0, row, 1, selected.length);
    return row;
  }

  /** The columns' lengths, so that what counts as singular does not depend on units. */
  private static double[] scale(double[][] design, int height, int width) {
    double[] scale = new double[width];
    for (int j = 0; j < width; j++) {
      for (int i = 0; i < height; i++) {
        scale[j] = Math.hypot(scale[j], design[i][j]);
      }
      scale[j] = scale[j] == 0 ? 1 : scale[j];
    }
    return scale;
  }
}
