package org.citylake.metrics.statistics.multicriteria;

import org.citylake.metrics.statistics.Moments;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;

/**
 * How near units are to the best value of every indicator and how far from the worst: {@code d- ÷
 * (d- + d+)}, with weighted Euclidean distances.
 *
 * <p>In: a complete matrix [unit][indicator] in which more is better; weights at or above zero, of
 * which only the proportions count. Out: one score for each unit, in [0, 1].
 *
 * <p>Source: Hwang, Yoon, Multiple Attribute Decision Making (1981), TOPSIS.
 */
public final class Topsis {
  private Topsis() {}

  /** What is done to the indicators first. */
  public enum Scaling {
    /** Each is divided by its Euclidean length, as the authors do; one of zeros stays. */
    VECTOR,
    /** Nothing: they are on one scale already. */
    NONE
  }

  /**
   * Scores all units.
   *
   * @throws UndefinedStatisticException constant-column if no indicator with a weight above zero
   *     tells units apart
   */
  public static double[] scores(double[][] values, double[] weights, Scaling scaling) {
    int indicators = Values.requireMatrix(values);
    Values.requireWeights(weights, indicators);
    double[] toBest = new double[values.length];
    double[] toWorst = new double[values.length];
    boolean varied = false;
    for (int j = 0; j < indicators; j++) {
      double[] column = Values.column(values, j);
      Moments moments = Moments.of(column);
      varied |= weights[j] > 0 && !moments.constant();
      double factor = weights[j] / length(column, scaling);
      for (int i = 0; i < column.length; i++) {
        toBest[i] = Math.hypot(toBest[i], factor * (moments.maximum() - column[i]));
        toWorst[i] = Math.hypot(toWorst[i], factor * (column[i] - moments.minimum()));
      }
    }
    if (!varied) {
      throw new UndefinedStatisticException(
          UndefinedStatisticException.CONSTANT_COLUMN,
          "TOPSIS needs an indicator with a weight that is not constant");
    }
    double[] scores = new double[values.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = toWorst[i] / (toWorst[i] + toBest[i]);
    }
    return scores;
  }

  private static double length(double[] column, Scaling scaling) {
    double length = 0;
    for (double value : column) {
      length = Math.hypot(length, value);
    }
    return switch (scaling) {
      case NONE -> 1;
      case VECTOR -> length == 0 ? 1 : length;
    };
  }
}
