package org.citylake.batchjobs.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citylake.batchjobs.analysis.PublishedFigures.AnalysedFigures;
import org.citylake.metrics.analysis.Digits;
import org.citylake.metrics.analysis.Series;
import org.citylake.metrics.analysis.SeriesAnalysis;
import org.citylake.metrics.analysis.decomposition.Decomposition;
import org.citylake.metrics.analysis.forecast.Forecast;
import org.citylake.metrics.analysis.forecast.ForecastPoint;
import org.jspecify.annotations.Nullable;

/** Analyses as rows of their tables. */
final class AnalysisRows {
  private AnalysisRows() {}

  /** The row of metric.indicator_analysis. */
  static Stream<Map<String, @Nullable Object>> summary(AnalysedFigures analysed) {
    SeriesAnalysis analysis = analysed.analysis();
    Series series = analysis.series();
    Map<String, @Nullable Object> row = key(analysed);
    row.put("ref_area_valid_from", analysed.figures().validFrom());
    row.put("frequency", series.frequency().code());
    row.put("first_period", series.period(0));
    row.put("last_period", series.period(series.last()));
    row.put("points", series.length());
    row.put(
        "filled",
        (int) IntStream.range(0, series.length()).filter(i -> !series.observed(i)).count());
    row.put("decomposed", analysis.decomposition().isPresent());
    row.put("change_points", periods(series, analysis.changePoints().stream()));
    row.put("anomalies", periods(series, analysis.anomalies().stream().sorted()));
    row.put("no_forecast", analysis.refusal().map(Forecast.Refusal::text).orElse(null));
    analysis
        .forecast()
        .ifPresent(
            forecast -> {
              row.put("method", forecast.method());
              row.put("mase", rounded(forecast.accuracy().mase()));
              row.put("mape", rounded(forecast.accuracy().mape()));
              row.put("coverage95", rounded(forecast.accuracy().coverage95()));
              row.put("folds", forecast.accuracy().folds());
            });
    return Stream.of(row);
  }

  /** The rows of metric.indicator_analysis_point. */
  static Stream<Map<String, @Nullable Object>> points(AnalysedFigures analysed) {
    SeriesAnalysis analysis = analysed.analysis();
    Series series = analysis.series();
    Stream<Map<String, @Nullable Object>> observed =
        analysis.decomposition().stream()
            .flatMap(
                parts ->
                    IntStream.range(0, series.length())
                        .filter(series::observed)
                        .mapToObj(place -> observed(analysed, parts, place)));
    Optional<Forecast> forecast = analysis.forecast();
    return Stream.concat(
        observed,
        forecast.stream().flatMap(f -> f.points().stream()).map(p -> expected(analysed, p)));
  }

  private static Map<String, @Nullable Object> observed(
      AnalysedFigures analysed, Decomposition parts, int place) {
    Series series = analysed.analysis().series();
    Map<String, @Nullable Object> row = key(analysed);
    row.put("time_period", series.period(place));
    row.put("point_kind", "observed");
    row.put("value", series.value(place));
    row.put("trend", Digits.significant(parts.trend(place)));
    row.put("seasonal", Digits.significant(parts.seasonal(place)));
    row.put("remainder", Digits.significant(parts.remainder(place)));
    row.put("anomaly", analysed.analysis().anomalies().contains(place));
    return row;
  }

  private static Map<String, @Nullable Object> expected(
      AnalysedFigures analysed, ForecastPoint point) {
    Map<String, @Nullable Object> row = key(analysed);
    row.put("time_period", point.period());
    row.put("point_kind", "forecast");
    row.put("value", point.value());
    row.put("low80", point.low80());
    row.put("high80", point.high80());
    row.put("low95", point.low95());
    row.put("high95", point.high95());
    return row;
  }

  private static Map<String, @Nullable Object> key(AnalysedFigures analysed) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("indicator_code", analysed.figures().indicator().code());
    row.put("ref_area", analysed.figures().area());
    row.put("synthetic", analysed.synthetic());
    return row;
  }

  private static List<String> periods(Series series, Stream<Integer> places) {
    return places.map(series::period).toList();
  }

  private static @Nullable Double rounded(@Nullable Double value) {
    return value == null ? null : Digits.significant(value);
  }
}
