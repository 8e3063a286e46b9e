package org.citylake.metrics.statistics.weighting;

import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;
import org.citylake.metrics.statistics.correlation.Correlation;
import org.citylake.metrics.statistics.correlation.CorrelationMethod;

/**
 * How important parts turn out to be for an index: each part's correlation with it, as a share of
 * all. In: scores [unit][part] and the index of each unit, complete, at least three units; out: one
 * share for each part, summing to 1; below zero where a part falls as the index rises and the
 * correlations are not squared.
 *
 * <p>Source: Paruolo, Saisana, Saltelli, Ratings and rankings: voodoo or science?, J. R. Stat. Soc.
 * A 176 (2013); COINr 1.1.14, {@code get_opt_weights}.
 */
public final class ImportanceShares {
  private ImportanceShares() {}

  /** What of the correlation counts. */
  public enum Measure {
    /** The correlation, as COINr has it. */
    CORRELATION,
    /** Its square, the variance explained. */
    SQUARED
  }

  /**
   * The parts' shares.
   *
   * @throws UndefinedStatisticException constant-column if a part or the index is, or if the
   *     measures sum to nothing; too-few-values
   */
  public static double[] of(double[][] parts, double[] index, Measure measure) {
    int size = Values.requireMatrix(parts);
    boolean[] all = Values.allPresent(index.length);
    double[] shares = new double[size];
    double sum = 0;
    for (int j = 0; j < size; j++) {
      double r =
          Correlation.of(CorrelationMethod.PEARSON, Values.column(parts, j), all, index, all)
              .coefficient();
      shares[j] =
          switch (measure) {
            case CORRELATION -> r;
            case SQUARED -> r * r;
          };
      sum += shares[j];
    }
    if (Math.abs(sum) < 1e-12) {
      throw new UndefinedStatisticException(
          UndefinedStatisticException.CONSTANT_COLUMN,
          "The parts' correlations with the index sum to nothing");
    }
    for (int j = 0; j < size; j++) {
      shares[j] /= sum;
    }
    return shares;
  }
}
