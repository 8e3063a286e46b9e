package org.citylake.metrics.analysis.decomposition;

import java.util.Optional;
import jdplus.stl.base.api.LoessSpec;
import jdplus.stl.base.api.SeasonalSpec;
import jdplus.stl.base.api.StlSpec;
import jdplus.stl.base.core.RawStlKernel;
import jdplus.stl.base.core.RawStlResults;
import jdplus.toolkit.base.api.data.DoubleSeq;
import org.citylake.metrics.analysis.Series;

/**
 * A series as the sum of trend, season and remainder, by robust STL. Source: Cleveland, Cleveland,
 * McRae and Terpenning, "STL: A Seasonal-Trend Decomposition Procedure Based on Loess", Journal of
 * Official Statistics 6 (1990), as JDemetra+ has it.
 */
public final class Decomposition {
  private static final int MANY_SEASONS = 12;

  private final double[] trend;
  private final double[] seasonal;
  private final double[] remainder;

  private Decomposition(double[] trend, double[] seasonal, double[] remainder) {
    this.trend = trend;
    this.seasonal = seasonal;
    this.remainder = remainder;
  }

  /** The components; empty for series without a season or shorter than two of them. */
  public static Optional<Decomposition> of(Series series) {
    int season = series.frequency().season();
    if (season == 1 || series.length() < 2 * season) {
      return Optional.empty();
    }
    double[] values = series.values();
    RawStlResults found =
        new RawStlKernel(specification(season, series.length())).process(DoubleSeq.of(values));
    double[] trend = found.getTrend().toArray();
    double[] seasonal = found.getSeasonal().toArray();
    double[] remainder = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      remainder[i] = values[i] - trend[i] - seasonal[i];
    }
    return Optional.of(new Decomposition(trend, seasonal, remainder));
  }

  /**
   * With few seasons the pattern is the same in all of them: smoothed over neighbours alone it
   * would follow the noise, and nothing would be left for the remainder.
   */
  private static StlSpec specification(int season, int length) {
    int window = length < MANY_SEASONS * season ? 10 * length + 1 : StlSpec.DEF_SWINDOW;
    int degree = length < MANY_SEASONS * season ? 0 : 1;
    return StlSpec.robustBuilder()
        .trendSpec(LoessSpec.defaultTrend(season, window, false))
        .seasonalSpec(
            new SeasonalSpec(
                season,
                LoessSpec.of(window, degree, false),
                LoessSpec.defaultLowPass(season, false)))
        .build();
  }

  /** The trend at a place. */
  public double trend(int place) {
    return trend[place];
  }

  /** The season's part at a place. */
  public double seasonal(int place) {
    return seasonal[place];
  }

  /** What neither explains at a place. */
  public double remainder(int place) {
    return remainder[place];
  }

  /** All remainders, in order. */
  public double[] remainders() {
    return remainder.clone();
  }
}
