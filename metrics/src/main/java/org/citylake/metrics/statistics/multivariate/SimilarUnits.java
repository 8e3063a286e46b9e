package org.citylake.metrics.statistics.multivariate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citylake.metrics.statistics.Moments;
import org.citylake.metrics.statistics.Values;

/**
 * The units most like a unit, by Euclidean distance over the indicators that both have, scaled up
 * as if they had all: {@code √(p ÷ shared × Σ d²)}. Units that share no indicator are not compared.
 *
 * <p>In: a matrix [unit][indicator], values may be missing; out: nearest first, of equals the one
 * that comes first in the matrix.
 *
 * <p>Source: Gower, A general coefficient of similarity and some of its properties, Biometrics 27
 * (1971), for the missing values; scikit-learn, {@code nan_euclidean_distances}, has the same.
 */
public final class SimilarUnits {
  private SimilarUnits() {}

  /** What a difference is measured in. */
  public enum Scaling {
    /** The indicator's unit: the indicators are on one scale already. */
    NONE,
    /** Its standard deviation (n - 1) over the units; a constant indicator adds nothing. */
    STANDARDISED
  }

  /**
   * Another unit.
   *
   * @param unit its row
   * @param distance at least 0
   * @param shared how many indicators both have, at least 1
   */
  public record Neighbour(int unit, double distance, int shared) {}

  /** The nearest units, as many as asked for or as there are. */
  public static List<Neighbour> nearest(
      double[][] values, boolean[][] present, int unit, int count, Scaling scaling) {
    int indicators = Values.requireMatrix(values, present);
    if (unit < 0 || unit >= values.length || count < 0) {
      throw new IllegalArgumentException(
          "unit must be a row and count >= 0: %d, %d".formatted(unit, count));
    }
    double[] scale = scale(values, present, scaling);
    List<Neighbour> neighbours = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      int shared = 0;
      double length = 0;
      for (int j = 0; j < indicators; j++) {
        if (present[i][j] && present[unit][j]) {
          shared++;
          length = Math.hypot(length, (values[i][j] - values[unit][j]) / scale[j]);
        }
      }
      if (i != unit && shared > 0) {
        neighbours.add(new Neighbour(i, length * Math.sqrt((double) indicators / shared), shared));
      }
    }
    neighbours.sort(Comparator.comparingDouble(Neighbour::distance));
    return List.copyOf(neighbours.subList(0, Math.min(count, neighbours.size())));
  }

  private static double[] scale(double[][] values, boolean[][] present, Scaling scaling) {
    double[] scale = new double[values[0].length];
    for (int j = 0; j < scale.length; j++) {
      double[] column = Values.present(Values.column(values, j), Values.column(present, j));
      boolean varies = column.length > 1 && !Moments.of(column).constant();
      scale[j] =
          switch (scaling) {
            case NONE -> 1;
            case STANDARDISED -> varies ? Moments.of(column).standardDeviation() : 1;
          };
    }
    return scale;
  }
}
