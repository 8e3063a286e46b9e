package org.citylake.metrics.statistics.correlation;

import java.util.Optional;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;
import org.jspecify.annotations.Nullable;

/**
 * The correlations of every two columns, each over the units that have both. A pair that has none
 * (too few units, or a column constant over them) is empty: one bad column does not spoil the rest.
 */
public final class CorrelationMatrix {
  private final @Nullable Correlation[][] correlations;

  private CorrelationMatrix(@Nullable Correlation[][] correlations) {
    this.correlations = correlations;
  }

  /** Of the columns of a matrix [unit][indicator]. */
  public static CorrelationMatrix of(
      CorrelationMethod method, double[][] values, boolean[][] present) {
    int columns = Values.requireMatrix(values, present);
    double[][] column = new double[columns][];
    boolean[][] mask = new boolean[columns][];
    for (int j = 0; j < columns; j++) {
      column[j] = Values.column(values, j);
      mask[j] = Values.column(present, j);
    }
    @Nullable Correlation[][] correlations = new @Nullable Correlation[columns][columns];
    for (int j = 0; j < columns; j++) {
      for (int k = 0; k <= j; k++) {
        @Nullable Correlation found = find(method, column[j], mask[j], column[k], mask[k]);
        correlations[j][k] = found;
        correlations[k][j] = found;
      }
    }
    return new CorrelationMatrix(correlations);
  }

  private static @Nullable Correlation find(
      CorrelationMethod method, double[] x, boolean[] xPresent, double[] y, boolean[] yPresent) {
    try {
      return Correlation.of(method, x, xPresent, y, yPresent);
    } catch (UndefinedStatisticException undefined) {
      return null;
    }
  }

  /** How many columns. */
  public int size() {
    return correlations.length;
  }

  /** The correlation of two columns, if it is defined. */
  public Optional<Correlation> between(int column, int other) {
    return Optional.ofNullable(correlations[column][other]);
  }

  /**
   * The coefficients alone, [column][column], where every one is needed.
   *
   * @throws UndefinedStatisticException constant-column or too-few-values, naming a pair
   */
  public double[][] coefficients() {
    double[][] coefficients = new double[size()][size()];
    for (int j = 0; j < size(); j++) {
      for (int k = 0; k < size(); k++) {
        Correlation found = correlations[j][k];
        if (found == null) {
          throw new UndefinedStatisticException(
              UndefinedStatisticException.CONSTANT_COLUMN,
              "Columns %d and %d have no correlation: one is constant over the units that have both, or there are fewer than %d"
                  .formatted(j, k, Correlation.LEAST_PAIRS));
        }
        coefficients[j][k] = j == k ? 1 : found.coefficient();
      }
    }
    return coefficients;
  }
}
