package org.citylake.metrics.statistics.multivariate;

import org.citylake.metrics.statistics.UndefinedStatisticException;

/**
 * Factors behind standardised columns: the principal components whose eigenvalue is above one, and
 * the first in any case, scaled to loadings and rotated by varimax.
 *
 * <p>In: a complete matrix [unit][indicator], at least three units. A rotated factor's loadings sum
 * to a number above zero, as in {@link PrincipalComponents}; factors keep the order of the
 * components that they were turned from.
 *
 * <p>Source: OECD/JRC Handbook (2008), steps 4 and 6, weights based on factor analysis.
 *
 * @param eigenvalues of all components, falling
 * @param loadings rotated, [indicator][factor]: correlations of indicator and factor, in [-1, 1]
 * @param explained each factor's sum of squared loadings
 * @param shares of what the factors explain together, summing to 1
 */
@SuppressWarnings("ArrayRecordComponent")
public record FactorAnalysis(
    double[] eigenvalues, double[][] loadings, double[] explained, double[] shares) {

  /** An eigenvalue that is one but for rounding is not above one. */
  private static final double ONE = 1 + 1e-10;

  /**
   * Of the columns of a matrix.
   *
   * @throws UndefinedStatisticException constant-column, too-few-values below three units, or
   *     not-converged
   */
  public static FactorAnalysis of(double[][] values) {
    PrincipalComponents components = PrincipalComponents.of(values);
    int factors = 1;
    while (factors < components.variances().length && components.variances()[factors] > ONE) {
      factors++;
    }
    int indicators = components.loadings().length;
    double[][] loadings = new double[indicators][factors];
    for (int j = 0; j < indicators; j++) {
      for (int f = 0; f < factors; f++) {
        loadings[j][f] = components.loadings()[j][f] * Math.sqrt(components.variances()[f]);
      }
    }
    double[][] rotated = Varimax.rotate(loadings);
    double[] explained = new double[factors];
    double total = 0;
    for (int f = 0; f < factors; f++) {
      double[] factor = new double[indicators];
      for (int j = 0; j < indicators; j++) {
        factor[j] = rotated[j][f];
        explained[f] += rotated[j][f] * rotated[j][f];
      }
      total += explained[f];
      double sign = PrincipalComponents.sign(factor);
      for (double[] row : rotated) {
        row[f] *= sign;
      }
    }
    double[] shares = new double[factors];
    for (int f = 0; f < factors; f++) {
      shares[f] = explained[f] / total;
    }
    return new FactorAnalysis(components.variances(), rotated, explained, shares);
  }
}
