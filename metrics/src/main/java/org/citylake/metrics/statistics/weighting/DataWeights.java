package org.citylake.metrics.statistics.weighting;

import java.util.Arrays;
import org.citylake.metrics.statistics.Moments;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;
import org.citylake.metrics.statistics.correlation.CorrelationMatrix;
import org.citylake.metrics.statistics.correlation.CorrelationMethod;

/**
 * Weights from how much indicators tell units apart. In: a complete matrix [unit][indicator] in
 * which more is better; out: one weight for each indicator, at or above 0, summing to 1.
 */
public final class DataWeights {
  private DataWeights() {}

  /** The same for each of at least one indicator. */
  public static double[] equal(int indicators) {
    if (indicators < 1) {
      throw new IllegalArgumentException("Weights need at least 1 indicator: " + indicators);
    }
    double[] weights = new double[indicators];
    Arrays.fill(weights, 1.0 / indicators);
    return weights;
  }

  /**
   * By information entropy (熵权法): of the units' shares {@code p = x ÷ Σ x} in an indicator, {@code
   * e = -Σ p ln p ÷ ln n}, where a share of zero adds nothing; weights are as {@code 1 - e}. A
   * constant indicator has weight 0.
   *
   * <p>Source: Shannon (1948); Hwang, Yoon, Multiple Attribute Decision Making (1981), 3.2.
   *
   * @throws UndefinedStatisticException out-of-domain if a value is below zero or all of an
   *     indicator are zero, constant-column if all indicators are constant, too-few-values below
   *     two units
   */
  public static double[] entropy(double[][] values) {
    int indicators = Values.requireMatrix(values);
    if (values.length < 2) {
      throw new UndefinedStatisticException(
          UndefinedStatisticException.TOO_FEW_VALUES, "Entropy weights need at least 2 units");
    }
    double[] contrasts = new double[indicators];
    for (int j = 0; j < indicators; j++) {
      double[] column = Values.column(values, j);
      contrasts[j] =
          Moments.of(column).constant() && column[0] > 0 ? 0 : Math.max(0, 1 - entropy(column, j));
    }
    return toOne(contrasts, "Entropy weights need an indicator that is not constant");
  }

  private static double entropy(double[] column, int indicator) {
    double sum = 0;
    for (double value : column) {
      if (value < 0) {
        throw new UndefinedStatisticException(
            UndefinedStatisticException.OUT_OF_DOMAIN,
            "Entropy weights need values >= 0: %s in column %d".formatted(value, indicator));
      }
      sum += value;
    }
    if (sum == 0) {
      throw new UndefinedStatisticException(
          UndefinedStatisticException.OUT_OF_DOMAIN,
          "Entropy weights need a value above 0 in column " + indicator);
    }
    double entropy = 0;
    for (double value : column) {
      double share = value / sum;
      entropy -= share > 0 ? share * StrictMath.log(share) : 0;
    }
    return entropy / StrictMath.log(column.length);
  }

  /**
   * By contrast and conflict (CRITIC): the standard deviation of the indicator scaled to [0, 1]
   * times the sum of {@code 1 - r} over all indicators.
   *
   * <p>Source: Diakoulaki, Mavrotas, Papayannakis, Determining objective weights in multiple
   * criteria problems: the CRITIC method, Computers and Operations Research 22 (1995).
   *
   * @throws UndefinedStatisticException constant-column if an indicator is, or if all indicators
   *     tell the same; too-few-values below three units
   */
  public static double[] critic(double[][] values) {
    int indicators = Values.requireMatrix(values);
    double[][] correlations =
        CorrelationMatrix.of(
                CorrelationMethod.PEARSON, values, Values.allPresent(values.length, indicators))
            .coefficients();
    double[] information = new double[indicators];
    for (int j = 0; j < indicators; j++) {
      Moments moments = Moments.of(Values.column(values, j));
      for (double correlation : correlations[j]) {
        // What is one but for rounding is no conflict.
        information[j] += correlation > 1 - 1e-14 ? 0 : 1 - correlation;
      }
      information[j] *= moments.standardDeviation() / moments.range();
    }
    return toOne(information, "CRITIC weights need indicators that do not all tell the same");
  }

  private static double[] toOne(double[] weights, String otherwise) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    if (sum <= 0) {
      throw new UndefinedStatisticException(UndefinedStatisticException.CONSTANT_COLUMN, otherwise);
    }
    for (int j = 0; j < weights.length; j++) {
      weights[j] /= sum;
    }
    return weights;
  }
}
