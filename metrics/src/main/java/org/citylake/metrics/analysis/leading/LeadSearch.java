package org.citylake.metrics.analysis.leading;

import java.util.Arrays;
import java.util.Optional;
import org.citylake.metrics.analysis.Digits;
import org.citylake.metrics.analysis.Frequency;
import org.citylake.metrics.analysis.Series;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Looks whether one series runs ahead of another. Of both the average season is taken away and the
 * changes are looked at, filtered by the autoregression that makes the candidate white: two series
 * with a memory correlate by chance. The correlations at all lags are compared, and the bound is
 * that of the largest of so many (Bonferroni), five percent in all. Sources: Box and Jenkins, "Time
 * Series Analysis" (1976), 11.2 (prewhitening); Bartlett (1955) for the variance 1/n of such
 * correlations.
 */
public final class LeadSearch {
  private static final double CHANCE = 0.05;
  private static final int FEWEST_PAIRS = 20;

  private LeadSearch() {}

  /**
   * The strongest lead of the candidate.
   *
   * @param figure what is to be foreseen
   * @param candidate what may run ahead, of the same frequency
   * @return empty when they share too few periods, or one does not change
   */
  public static Optional<Lead> find(Series figure, Series candidate) {
    if (figure.frequency() != candidate.frequency()) {
      throw new IllegalArgumentException(figure.frequency() + " and " + candidate.frequency());
    }
    long end = Math.min(figure.end(), candidate.end());
    long start = Math.max(start(figure), start(candidate));
    int season = figure.frequency().season();
    double[] y = changes(figure, start, end, season);
    double[] x = changes(candidate, start, end, season);
    int most = longest(figure.frequency());
    if (y.length < FEWEST_PAIRS + most || constant(y) || constant(x)) {
      return Optional.empty();
    }
    AutoregressiveFilter filter = AutoregressiveFilter.fit(x, 2 * season + 1);
    double[] white = filter.residuals(x);
    double[] filtered = filter.residuals(y);
    if (white.length < FEWEST_PAIRS + most || constant(white) || constant(filtered)) {
      return Optional.empty();
    }
    int lag = 0;
    double strongest = 0;
    for (int k = 1; k <= most; k++) {
      double correlation = correlation(filtered, white, k);
      if (Math.abs(correlation) > Math.abs(strongest)) {
        strongest = correlation;
        lag = k;
      }
    }
    if (lag == 0) {
      return Optional.empty();
    }
    double quantile = new NormalDistribution().inverseCumulativeProbability(1 - CHANCE / 2 / most);
    int pairs = white.length - lag;
    return Optional.of(
        new Lead(
            lag,
            Digits.significant(strongest),
            Digits.significant(quantile / Math.sqrt(white.length)),
            pairs));
  }

  /** Periods that are looked back: years 3, months 6, days 14. */
  private static int longest(Frequency frequency) {
    return switch (frequency) {
      case ANNUAL -> 3;
      case MONTHLY -> 6;
      case DAILY -> 14;
    };
  }

  private static long start(Series series) {
    return series.end() - series.last();
  }

  /** Changes from period to period, without what each place of the season has on average. */
  private static double[] changes(Series series, long start, long end, int season) {
    int length = (int) Math.max(0, end - start + 1);
    double[] values = new double[length];
    int first = (int) (start - start(series));
    for (int i = 0; i < length; i++) {
      values[i] = series.value(first + i);
    }
    for (int place = 0; season > 1 && place < Math.min(season, length); place++) {
      double sum = 0;
      int count = 0;
      for (int i = place; i < length; i += season) {
        sum += values[i];
        count++;
      }
      for (int i = place; i < length; i += season) {
        values[i] -= sum / count;
      }
    }
    double[] changes = new double[Math.max(0, length - 1)];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = values[i + 1] - values[i];
    }
    return changes;
  }

  private static boolean constant(double[] values) {
    return Arrays.stream(values).allMatch(v -> v == values[0]);
  }

  /** Of y with x so many periods before, over the deviations of all their values. */
  private static double correlation(double[] y, double[] x, int lag) {
    double meanY = Arrays.stream(y).average().orElseThrow();
    double meanX = Arrays.stream(x).average().orElseThrow();
    double cross = 0;
    double squaresY = 0;
    double squaresX = 0;
    for (int t = 0; t < y.length; t++) {
      squaresY += (y[t] - meanY) * (y[t] - meanY);
      squaresX += (x[t] - meanX) * (x[t] - meanX);
      if (t >= lag) {
        cross += (y[t] - meanY) * (x[t - lag] - meanX);
      }
    }
    return cross / Math.sqrt(squaresY * squaresX);
  }
}
