package org.citylake.metrics.analysis.forecast;

import java.util.List;
import java.util.Optional;
import org.citylake.metrics.analysis.Frequency;

/** A way to forecast. Methods are tried in the order of {@link #candidates}, plain ones first. */
sealed interface ForecastMethod permits SimpleMethod, SeasonalArima {

  /** Its name, as results say it. */
  String text();

  /** Fewest values that it learns from. */
  int minimumTraining();

  /**
   * Learns from values.
   *
   * @return empty when they do not allow it
   */
  Optional<Learnt> learn(double[] training);

  /** What was learnt: parameters that stay while history grows. */
  @FunctionalInterface
  interface Learnt {
    /** What is expected after the history. */
    Prediction predict(double[] history, int periods);
  }

  /** The methods for a frequency. */
  static List<ForecastMethod> candidates(Frequency frequency) {
    int season = frequency.season();
    if (season == 1) {
      return List.of(
          SimpleMethod.naive(),
          SimpleMethod.drift(),
          SimpleMethod.mean(),
          new SeasonalArima(1, false));
    }
    return List.of(
        SimpleMethod.naive(),
        SimpleMethod.seasonalNaive(season),
        SimpleMethod.mean(),
        new SeasonalArima(1, false),
        new SeasonalArima(season, false),
        new SeasonalArima(season, true));
  }
}
