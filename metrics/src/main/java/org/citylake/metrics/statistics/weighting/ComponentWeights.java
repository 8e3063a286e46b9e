package org.citylake.metrics.statistics.weighting;

import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;
import org.citylake.metrics.statistics.multivariate.FactorAnalysis;
import org.citylake.metrics.statistics.multivariate.PrincipalComponents;

/**
 * Weights from what indicators have in common. In: a complete matrix [unit][indicator], at least
 * three units, in any units of measure.
 */
public final class ComponentWeights {
  private ComponentWeights() {}

  /**
   * The loadings of the first principal component of standardised data, as they are: their squares
   * sum to 1, and some are below zero where indicators work against each other, which a weighted
   * mean cannot use. Sign as in {@link PrincipalComponents}.
   *
   * <p>Source: COINr 1.1.14, {@code get_PCA}.
   *
   * @throws UndefinedStatisticException constant-column, or too-few-values below three units
   */
  public static double[] firstComponent(double[][] values) {
    return Values.column(PrincipalComponents.of(values).loadings(), 0);
  }

  /**
   * Each indicator belongs to the rotated factor on which it loads most (the first of equals). Its
   * weight is its squared loading as a share of the factor's, times the factor's share of the
   * explained variance; weights are at or above zero and scaled to sum 1.
   *
   * <p>Source: OECD/JRC Handbook (2008), step 6, weights based on principal components analysis or
   * factor analysis, after Nicoletti, Scarpetta, Boylaud (2000).
   *
   * @throws UndefinedStatisticException constant-column, too-few-values below three units, or
   *     not-converged
   */
  public static double[] factors(double[][] values) {
    FactorAnalysis analysis = FactorAnalysis.of(values);
    double[] weights = new double[analysis.loadings().length];
    double total = 0;
    for (int j = 0; j < weights.length; j++) {
      double[] loadings = analysis.loadings()[j];
      int own = 0;
      for (int f = 1; f < loadings.length; f++) {
        if (Math.abs(loadings[f]) > Math.abs(loadings[own])) {
          own = f;
        }
      }
      double scaled = loadings[own] * loadings[own] / analysis.explained()[own];
      weights[j] = scaled * analysis.shares()[own];
      total += weights[j];
    }
    for (int j = 0; j < weights.length; j++) {
      weights[j] /= total;
    }
    return weights;
  }
}
