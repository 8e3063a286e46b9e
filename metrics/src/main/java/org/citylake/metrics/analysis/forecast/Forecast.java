package org.citylake.metrics.analysis.forecast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.metrics.analysis.Series;
import org.citylake.metrics.analysis.ValidRange;

/**
 * A series' next periods by the method with the least error in a back-test, together with that
 * back-test. A method replaces a plainer one only when its error is at least one percent smaller.
 *
 * @param method name of the method
 * @param points the next periods, in order
 * @param accuracy of the method in the back-test
 */
public record Forecast(String method, List<ForecastPoint> points, Accuracy accuracy) {
  private static final double BETTER = 0.99;

  public Forecast {
    points = List.copyOf(points);
  }

  /** Why a series has no forecast. */
  public enum Refusal {
    /** Fewer periods than the frequency asks for. */
    TOO_FEW_POINTS("too-few-points"),
    /** All values are the same, which tells nothing of what moves them. */
    CONSTANT("constant");

    private final String text;

    Refusal(String text) {
      this.text = text;
    }

    /** As tables say it. */
    public String text() {
      return text;
    }
  }

  /** Why the series has none; empty when it has one. */
  public static Optional<Refusal> refusal(Series series) {
    if (series.length() < series.frequency().minimumPoints()) {
      return Optional.of(Refusal.TOO_FEW_POINTS);
    }
    return series.constant() ? Optional.of(Refusal.CONSTANT) : Optional.empty();
  }

  /**
   * Forecasts the series.
   *
   * @return empty where {@link #refusal} says why
   */
  public static Optional<Forecast> of(Series series, ValidRange range) {
    if (refusal(series).isPresent()) {
      return Optional.empty();
    }
    RollingOrigin test = new RollingOrigin(series.values(), series.frequency(), range);
    Map<ForecastMethod, Accuracy> tried = new LinkedHashMap<>();
    for (ForecastMethod method : ForecastMethod.candidates(series.frequency())) {
      test.accuracy(method).ifPresent(a -> tried.put(method, a));
    }
    List<ForecastMethod> order = new ArrayList<>();
    double least = Double.POSITIVE_INFINITY;
    for (Map.Entry<ForecastMethod, Accuracy> entry : tried.entrySet()) {
      double error = error(entry.getValue());
      if (error < BETTER * least) {
        least = error;
        order.add(0, entry.getKey());
      }
    }
    return order.stream()
        .flatMap(m -> points(m, series, range).stream().map(p -> result(m, p, tried)))
        .findFirst();
  }

  private static Forecast result(
      ForecastMethod method, List<ForecastPoint> points, Map<ForecastMethod, Accuracy> tried) {
    Accuracy found = tried.getOrDefault(method, new Accuracy(null, null, 0, 0, 0));
    return new Forecast(method.text(), points, found);
  }

  private static double error(Accuracy accuracy) {
    Double scaled = accuracy.mase();
    return scaled == null ? accuracy.meanError() : scaled;
  }

  /** Learns from all that is known; empty when the method cannot. */
  private static Optional<List<ForecastPoint>> points(
      ForecastMethod method, Series series, ValidRange range) {
    double[] values = series.values();
    return method
        .learn(values)
        .map(
            learnt -> {
              Prediction prediction = learnt.predict(values, series.frequency().horizon());
              List<ForecastPoint> points = new ArrayList<>();
              for (int step = 0; step < prediction.length(); step++) {
                String period = series.period(series.length() + step);
                points.add(TrendForecast.point(prediction, step, period, range));
              }
              return points;
            });
  }
}
