package org.citylake.metrics.statistics;

import java.util.Arrays;

/**
 * How many values of a column are there, and how varied they are; for the checks of availability
 * and of repeated values. Minus zero is zero.
 *
 * <p>Source: COINr 1.1.14, {@code get_stats}: N.Avail, N.NonZero, N.Unique, N.Same.
 *
 * @param available values that are not missing, at least 0
 * @param nonZero of them, those that are not zero
 * @param unique of them, the different ones
 * @param same how often the most frequent one occurs
 */
public record Counts(int available, int nonZero, int unique, int same) {

  /** Of a column; one in which everything is missing counts zero throughout. */
  public static Counts of(double[] values, boolean[] present) {
    double[] sorted = Values.present(values, present);
    int nonZero = 0;
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] += 0.0;
      if (sorted[i] != 0) {
        nonZero++;
      }
    }
    Arrays.sort(sorted);
    int unique = 0;
    int same = 0;
    int run = 0;
    for (int i = 0; i < sorted.length; i++) {
      boolean repeated = i > 0 && sorted[i] == sorted[i - 1];
      run = repeated ? run + 1 : 1;
      unique += repeated ? 0 : 1;
      same = Math.max(same, run);
    }
    return new Counts(sorted.length, nonZero, unique, same);
  }
}
