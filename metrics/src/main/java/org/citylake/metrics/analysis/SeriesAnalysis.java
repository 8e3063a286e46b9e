package org.citylake.metrics.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.citylake.metrics.analysis.changepoint.ChangePoints;
import org.citylake.metrics.analysis.decomposition.Anomalies;
import org.citylake.metrics.analysis.decomposition.Decomposition;
import org.citylake.metrics.analysis.forecast.Forecast;

/**
 * Everything that is known of a series beyond its values. The same series gives the same analysis.
 *
 * @param series the values
 * @param decomposition empty without two full seasons
 * @param anomalies places of values that stand out; none without a decomposition
 * @param changePoints first places of new levels or paces
 * @param forecast empty where {@code refusal} says why
 * @param refusal why there is no forecast
 */
public record SeriesAnalysis(
    Series series,
    Optional<Decomposition> decomposition,
    Set<Integer> anomalies,
    List<Integer> changePoints,
    Optional<Forecast> forecast,
    Optional<Forecast.Refusal> refusal) {
  public SeriesAnalysis {
    anomalies = Set.copyOf(anomalies);
    changePoints = List.copyOf(changePoints);
  }

  /** Analyses a series. */
  public static SeriesAnalysis of(Series series, ValidRange range) {
    Optional<Decomposition> decomposition = Decomposition.of(series);
    Set<Integer> anomalies =
        decomposition.map(d -> Anomalies.find(series, d)).orElseGet(TreeSet::new);
    return new SeriesAnalysis(
        series,
        decomposition,
        anomalies,
        ChangePoints.find(
            adjusted(series, decomposition, anomalies), shortestSegment(series.frequency())),
        Forecast.of(series, range),
        Forecast.refusal(series));
  }

  /** Season and anomalies are no changes of level. */
  private static double[] adjusted(
      Series series, Optional<Decomposition> decomposition, Set<Integer> anomalies) {
    double[] values = series.values();
    decomposition.ifPresent(
        d -> {
          for (int i = 0; i < values.length; i++) {
            values[i] = anomalies.contains(i) ? d.trend(i) : values[i] - d.seasonal(i);
          }
        });
    return values;
  }

  private static int shortestSegment(Frequency frequency) {
    return switch (frequency) {
      case ANNUAL -> 4;
      case MONTHLY -> 6;
      case DAILY -> 7;
    };
  }
}
