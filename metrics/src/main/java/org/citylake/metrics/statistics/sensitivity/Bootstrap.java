package org.citylake.metrics.statistics.sensitivity;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.citylake.metrics.statistics.Quantiles;
import org.citylake.metrics.statistics.Values;

/**
 * How far an estimate moves when its cases are drawn again with replacement, as a percentile
 * interval. The same seed draws the same cases.
 *
 * <p>Source: Efron, Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
 *
 * @param replications how often to draw, at least 1
 * @param level how much of the replications lies within, in (0, 1), such as 0.9 for 5 % to 95 %
 */
public record Bootstrap(int replications, double level) {

  public Bootstrap {
    if (replications < 1 || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "A bootstrap needs replications >= 1 and a level in (0, 1): %d, %s"
              .formatted(replications, level));
    }
  }

  /** Bounds in the estimate's unit, lower at most upper. */
  public record Interval(double lower, double upper) {}

  /** Computes an estimate from the cases that were drawn. */
  @FunctionalInterface
  public interface Estimate {
    /** Of cases, numbered from 0; several can be the same. */
    double of(int[] drawn);
  }

  /** What is done with each replication. */
  @FunctionalInterface
  interface Replication {
    void take(int replication, int[] drawn);
  }

  /** The interval of an estimate from so many cases, at least 1. */
  public Interval interval(int cases, long seed, Estimate estimate) {
    double[] estimates = new double[replications];
    resample(cases, seed, (replication, drawn) -> estimates[replication] = estimate.of(drawn));
    return interval(estimates);
  }

  /** The interval of estimates that were made already. */
  Interval interval(double[] estimates) {
    double[] sorted = Values.present(estimates, Values.allPresent(estimates.length));
    Arrays.sort(sorted);
    return new Interval(
        Quantiles.ofSorted(sorted, (1 - level) / 2), Quantiles.ofSorted(sorted, (1 + level) / 2));
  }

  void resample(int cases, long seed, Replication replication) {
    if (cases < 1) {
      throw new IllegalArgumentException("A bootstrap needs at least 1 case: " + cases);
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int r = 0; r < replications; r++) {
      int[] drawn = new int[cases];
      for (int i = 0; i < cases; i++) {
        drawn[i] = random.nextInt(cases);
      }
      replication.take(r, drawn);
    }
  }
}
