package org.citylake.metrics.analysis.decomposition;

import java.util.Set;
import java.util.TreeSet;
import org.citylake.metrics.analysis.Series;
import org.citylake.metrics.statistics.Quantiles;
import org.citylake.metrics.statistics.Values;

/**
 * Observed values whose remainder lies further than four robust standard deviations (1.4826 times
 * the median absolute deviation) from the remainders' median. Source: Leys et al., "Detecting
 * outliers: Do not use standard deviation around the mean, use absolute deviation around the
 * median", Journal of Experimental Social Psychology 49 (2013); four instead of their three,
 * because a leader's screen looks at thousands of values a day.
 */
public final class Anomalies {
  private static final double LIMIT = 4;
  private static final double NORMAL = 1.4826;
  private static final int LEAST_SEASONS = 3;
  private static final double ROUNDING = 1e-9;

  private Anomalies() {}

  /** The places, in order; none with fewer than three seasons, of which too little is left. */
  public static Set<Integer> find(Series series, Decomposition decomposition) {
    if (series.length() < LEAST_SEASONS * series.frequency().season()) {
      return Set.of();
    }
    double[] remainders = decomposition.remainders();
    double centre = median(remainders);
    double[] distances = new double[remainders.length];
    double largest = 0;
    for (int i = 0; i < remainders.length; i++) {
      distances[i] = Math.abs(remainders[i] - centre);
      largest = Math.max(largest, Math.abs(series.value(i)));
    }
    // Remainders of an exact pattern are rounding errors, none of which stands out.
    double limit = Math.max(LIMIT * NORMAL * median(distances), ROUNDING * largest);
    Set<Integer> places = new TreeSet<>();
    for (int i = 0; i < distances.length; i++) {
      if (distances[i] > limit && series.observed(i)) {
        places.add(i);
      }
    }
    return places;
  }

  private static double median(double[] values) {
    return Quantiles.median(values, Values.allPresent(values.length));
  }
}
