package org.citylake.metrics.statistics.multivariate;

import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;
import org.citylake.metrics.statistics.correlation.CorrelationMatrix;
import org.citylake.metrics.statistics.correlation.CorrelationMethod;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Principal components of standardised columns, that is, of their correlation matrix.
 *
 * <p>In: a complete matrix [unit][indicator], at least three units, in any units of measure. Out:
 * components by falling variance. A component's sign is free: here its loadings sum to a number
 * above zero, so that it points where most indicators rise; if the sum is zero, the first loading
 * that is not zero is positive.
 *
 * <p>Source: OECD/JRC Handbook (2008), step 4; R, {@code prcomp(scale. = TRUE)}.
 *
 * @param variances the eigenvalues, at least 0, their sum the number of indicators
 * @param proportions of the whole variance, summing to 1
 * @param cumulative their running sums
 * @param loadings [indicator][component], columns of length 1
 */
@SuppressWarnings("ArrayRecordComponent")
public record PrincipalComponents(
    double[] variances, double[] proportions, double[] cumulative, double[][] loadings) {

  private static final double ROUNDING = 1e-12;

  /**
   * Of the columns of a matrix.
   *
   * @throws UndefinedStatisticException constant-column, or too-few-values below three units
   */
  public static PrincipalComponents of(double[][] values) {
    int columns = Values.requireMatrix(values);
    double[][] correlations =
        CorrelationMatrix.of(
                CorrelationMethod.PEARSON, values, Values.allPresent(values.length, columns))
            .coefficients();
    return ofCorrelations(correlations);
  }

  /** Of a matrix of correlations. */
  static PrincipalComponents ofCorrelations(double[][] correlations) {
    int size = correlations.length;
    EigenDecompositionSymmetric eigen =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(correlations));
    double[] variances = new double[size];
    double[] proportions = new double[size];
    double[] cumulative = new double[size];
    double[][] loadings = new double[size][size];
    double sum = 0;
    for (int c = 0; c < size; c++) {
      variances[c] = Math.max(0, eigen.getEigenvalue(c));
      proportions[c] = variances[c] / size;
      sum += proportions[c];
      cumulative[c] = Math.min(1, sum);
      double[] vector = eigen.getEigenvector(c).toArray();
      double sign = sign(vector);
      for (int j = 0; j < size; j++) {
        loadings[j][c] = sign * vector[j];
      }
    }
    return new PrincipalComponents(variances, proportions, cumulative, loadings);
  }

  /** Minus one where the loadings have to be turned round. */
  static double sign(double[] loadings) {
    double sum = 0;
    for (double loading : loadings) {
      sum += loading;
    }
    if (Math.abs(sum) > ROUNDING) {
      return Math.signum(sum);
    }
    for (double loading : loadings) {
      if (Math.abs(loading) > ROUNDING) {
        return Math.signum(loading);
      }
    }
    return 1;
  }
}
