package org.citylake.metrics.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The places of values in their order, from 1. In: values in any unit; out: same order, in [1, n]
 * of the n values that are there, and 0, not to be read, where the value is missing.
 *
 * <p>Source: R, {@code rank}, with ties "min" and "average".
 */
public final class Ranks {
  private Ranks() {}

  /** What equal values get. */
  public enum Ties {
    /** The first of the places that they share: 1, 2, 2, 4. */
    MINIMUM,
    /** The mean of the places that they share: 1, 2.5, 2.5, 4. */
    AVERAGE
  }

  /** The smallest value is first. */
  public static double[] ascending(double[] values, boolean[] present, Ties ties) {
    return ranks(Values.present(values, present), present, ties);
  }

  /** The largest value is first. */
  public static double[] descending(double[] values, boolean[] present, Ties ties) {
    double[] selected = Values.present(values, present);
    for (int i = 0; i < selected.length; i++) {
      selected[i] = -selected[i];
    }
    return ranks(selected, present, ties);
  }

  private static double[] ranks(double[] selected, boolean[] present, Ties ties) {
    for (int i = 0; i < selected.length; i++) {
      // Makes minus zero zero, which the comparison would part.
      selected[i] += 0.0;
    }
    int[] order =
        IntStream.range(0, selected.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> selected[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[selected.length];
    int first = 0;
    while (first < order.length) {
      int last = first;
      while (last + 1 < order.length && selected[order[last + 1]] == selected[order[first]]) {
        last++;
      }
      double rank =
          switch (ties) {
            case MINIMUM -> first + 1;
            case AVERAGE -> (first + last) / 2.0 + 1;
          };
      for (int i = first; i <= last; i++) {
        ranks[order[i]] = rank;
      }
      first = last + 1;
    }
    return Values.spread(ranks, present);
  }
}
