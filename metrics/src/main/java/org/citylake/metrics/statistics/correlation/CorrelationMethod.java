package org.citylake.metrics.statistics.correlation;

import java.util.Arrays;
import org.citylake.metrics.statistics.Ranks;
import org.citylake.metrics.statistics.Values;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.correlation.KendallsCorrelation;
import org.hipparchus.stat.correlation.PearsonsCorrelation;

/**
 * The coefficients of correlation, with the p-values of R's {@code cor.test}.
 *
 * <p>Source: Pearson (1896); Spearman (1904); Kendall, Rank Correlation Methods (1970), chapters 3
 * to 5.
 */
public enum CorrelationMethod {
  /** Of the values; p by Student's t with n - 2 degrees of freedom, exact for normal values. */
  PEARSON {
    @Override
    Correlation ofPairs(double[] x, double[] y) {
      double r = clamp(new PearsonsCorrelation().correlation(centred(x), centred(y)));
      return new Correlation(r, studentP(r, x.length), x.length);
    }
  },
  /**
   * Pearson's of the ranks, ties averaged; p by Student's t, R's with {@code exact = FALSE}, which
   * is rough below ten pairs.
   */
  SPEARMAN {
    @Override
    Correlation ofPairs(double[] x, double[] y) {
      return PEARSON.ofPairs(ranks(x), ranks(y));
    }
  },
  /**
   * Tau-b; p by the normal approximation with the variance corrected for ties and without a
   * correction for continuity, R's with {@code exact = FALSE}, which is rough below ten pairs.
   */
  KENDALL {
    @Override
    Correlation ofPairs(double[] x, double[] y) {
      double tau = clamp(new KendallsCorrelation().correlation(x, y));
      return new Correlation(tau, kendallP(tau, x, y), x.length);
    }
  };

  /** Of columns that are complete and vary, three pairs at least. */
  abstract Correlation ofPairs(double[] x, double[] y);

  private static double[] ranks(double[] values) {
    return Ranks.ascending(values, Values.allPresent(values.length), Ranks.Ties.AVERAGE);
  }

  /** Deviations in units of the range, so that no square is lost or overflows. */
  private static double[] centred(double[] values) {
    double minimum = values[0];
    double maximum = values[0];
    for (double value : values) {
      minimum = Math.min(minimum, value);
      maximum = Math.max(maximum, value);
    }
    double range = Values.finite(maximum - minimum);
    double[] centred = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      centred[i] = (values[i] - minimum) / range;
    }
    return centred;
  }

  private static double clamp(double coefficient) {
    return Math.max(-1, Math.min(1, coefficient));
  }

  private static double studentP(double r, int n) {
    double rest = 1 - r * r;
    if (rest <= 0) {
      return 0;
    }
    double t = Math.abs(r) * Math.sqrt((n - 2) / rest);
    return Math.min(1, 2 * new TDistribution(n - 2).cumulativeProbability(-t));
  }

  private static double kendallP(double tau, double[] x, double[] y) {
    double n = x.length;
    Ties tiesX = Ties.of(x);
    Ties tiesY = Ties.of(y);
    double allPairs = n * (n - 1) / 2;
    double score = tau * Math.sqrt((allPairs - tiesX.pairs()) * (allPairs - tiesY.pairs()));
    double variance =
        (n * (n - 1) * (2 * n + 5) - tiesX.fives() - tiesY.fives()) / 18
            + 2 * tiesX.pairs() * tiesY.pairs() / (n * (n - 1))
            + tiesX.triples() * tiesY.triples() / (9 * n * (n - 1) * (n - 2));
    return Math.min(
        1,
        2 * new NormalDistribution().cumulativeProbability(-Math.abs(score) / Math.sqrt(variance)));
  }

  /** Sums over the groups of equal values: t(t-1)/2, t(t-1)(t-2) and t(t-1)(2t+5). */
  private record Ties(double pairs, double triples, double fives) {
    static Ties of(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      double pairs = 0;
      double triples = 0;
      double fives = 0;
      int first = 0;
      for (int i = 1; i <= sorted.length; i++) {
        if (i == sorted.length || sorted[i] != sorted[first]) {
          double t = i - first;
          pairs += t * (t - 1) / 2;
          triples += t * (t - 1) * (t - 2);
          fives += t * (t - 1) * (2 * t + 5);
          first = i;
        }
      }
      return new Ties(pairs, triples, fives);
    }
  }
}
