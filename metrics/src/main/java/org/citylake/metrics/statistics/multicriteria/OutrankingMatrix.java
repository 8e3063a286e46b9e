package org.citylake.metrics.statistics.multicriteria;

import org.citylake.metrics.statistics.Values;

/**
 * How far each unit outranks each other: the weight of the indicators in which it is better, and
 * half the weight of those in which both are equal, as a share of the weight of the indicators that
 * both have. Units that share no indicator are not compared, which counts as a half.
 *
 * <p>In: a matrix [unit][indicator] in which more is better, values may be missing; weights at or
 * above zero. Out: shares in [0, 1], [i][j] and [j][i] summing to 1, and 0 of a unit against
 * itself. Which unit comes first in the matrix does not matter.
 *
 * <p>Source: OECD/JRC Handbook (2008), step 6, non-compensatory multi-criteria approach; COINr
 * 1.1.14, {@code outrankMatrix}, for complete data.
 *
 * @param shares [unit][other unit]
 * @param compared whether the two share an indicator whose weight is above zero
 */
public record OutrankingMatrix(double[][] shares, boolean[][] compared) {

  private static final double HALF = 0.5;

  /** A share that is a half but for rounding is a draw. */
  private static final double ROUNDING = 1e-12;

  /** Compares all units with each other. */
  public static OutrankingMatrix of(double[][] values, boolean[][] present, double[] weights) {
    Values.requireWeights(weights, Values.requireMatrix(values, present));
    int units = values.length;
    double[][] shares = new double[units][units];
    boolean[][] compared = new boolean[units][units];
    for (int i = 0; i < units; i++) {
      for (int k = 0; k < i; k++) {
        double better = 0;
        double worse = 0;
        double equal = 0;
        for (int j = 0; j < weights.length; j++) {
          if (present[i][j] && present[k][j]) {
            if (values[i][j] > values[k][j]) {
              better += weights[j];
            } else if (values[i][j] < values[k][j]) {
              worse += weights[j];
            } else {
              equal += weights[j];
            }
          }
        }
        double all = better + worse + equal;
        compared[i][k] = all > 0;
        compared[k][i] = all > 0;
        shares[i][k] = all > 0 ? (better + equal / 2) / all : HALF;
        shares[k][i] = all > 0 ? (worse + equal / 2) / all : HALF;
      }
    }
    return new OutrankingMatrix(shares, compared);
  }

  /**
   * Copeland scores: how many other units a unit beats, less how many beat it. In [-(n - 1), n -
   * 1], summing to 0; pairs that are not compared and draws add nothing.
   *
   * <p>Source: Copeland (1951); COINr 1.1.14, {@code a_copeland}.
   */
  public double[] copeland() {
    double[] scores = new double[shares.length];
    for (int i = 0; i < scores.length; i++) {
      for (int k = 0; k < scores.length; k++) {
        if (i != k && Math.abs(shares[i][k] - HALF) > ROUNDING) {
          scores[i] += Math.signum(shares[i][k] - HALF);
        }
      }
    }
    return scores;
  }
}
