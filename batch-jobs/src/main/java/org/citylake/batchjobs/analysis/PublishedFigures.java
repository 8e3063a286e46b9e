package org.citylake.batchjobs.analysis;

import static org.apache.spark.sql.functions.col;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.indicator.IndicatorProducer;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.metrics.analysis.Frequency;
import org.citylake.metrics.analysis.Series;
import org.citylake.metrics.analysis.SeriesAnalysis;
import org.citylake.metrics.analysis.ValidRange;
import org.jspecify.annotations.Nullable;

/**
 * The series of {@code metric.indicator_value} and their analyses, made once for the tables that
 * show them. Only an area's last version is looked at: before a merger the same code was another
 * area.
 */
final class PublishedFigures {
  private final DeclarationLibrary library;
  private @Nullable Relations relations;
  private List<FigureSeries> series = List.of();
  private List<AnalysedFigures> analysed = List.of();

  /** A series with its analysis. */
  record AnalysedFigures(FigureSeries figures, SeriesAnalysis analysis) {
    /** Whether any value that was looked at is made up. */
    boolean synthetic() {
      Series looked = analysis.series();
      for (int place = 0; place < looked.length(); place++) {
        if (looked.observed(place) && !figures.reported().containsKey(looked.period(place))) {
          return true;
        }
      }
      return false;
    }
  }

  PublishedFigures(DeclarationLibrary library) {
    this.library = library;
  }

  /** The series, by indicator and area. */
  synchronized List<FigureSeries> series(Relations from) {
    read(from);
    return series;
  }

  /** Those with a value of the indicator's frequency, analysed, in the same order. */
  synchronized List<AnalysedFigures> analysed(Relations from) {
    read(from);
    return analysed;
  }

  /** What an indicator's value can be. */
  static ValidRange range(FigureSeries figures) {
    return new ValidRange(
        figures.indicator().minimum().map(BigDecimal::doubleValue).orElse(null),
        figures.indicator().maximum().map(BigDecimal::doubleValue).orElse(null));
  }

  private void read(Relations from) {
    if (from.equals(relations)) {
      return;
    }
    Map<String, List<Row>> rows = new TreeMap<>();
    for (Row row :
        from.load(IndicatorProducer.TABLE)
            .where(col("value").isNotNull())
            .select(
                "indicator_code",
                "ref_area",
                "ref_area_valid_from",
                "time_period",
                "value",
                "value_status")
            .sort("indicator_code", "ref_area", "time_period")
            .collectAsList()) {
      rows.computeIfAbsent(
              row.getAs("indicator_code") + "\n" + row.getAs("ref_area"), k -> new ArrayList<>())
          .add(row);
    }
    List<FigureSeries> found = new ArrayList<>();
    rows.values()
        .forEach(
            own ->
                library
                    .findIndicator(own.get(0).getAs("indicator_code"))
                    .ifPresent(
                        indicator -> {
                          Row last = own.get(own.size() - 1);
                          LocalDate version = last.getAs("ref_area_valid_from");
                          Map<String, Double> values = new HashMap<>();
                          Map<String, Double> reported = new HashMap<>();
                          for (Row row : own) {
                            if (Objects.equals(version, row.getAs("ref_area_valid_from"))) {
                              double value = row.<BigDecimal>getAs("value").doubleValue();
                              values.put(row.getAs("time_period"), value);
                              if (!"synthetic".equals(row.getAs("value_status"))) {
                                reported.put(row.getAs("time_period"), value);
                              }
                            }
                          }
                          found.add(
                              new FigureSeries(
                                  indicator, last.getAs("ref_area"), version, values, reported));
                        }));
    series = List.copyOf(found);
    List<AnalysedFigures> known = new ArrayList<>();
    for (FigureSeries figures : found) {
      Frequency.find(figures.indicator().frequency())
          .flatMap(frequency -> Series.of(frequency, figures.values()))
          .ifPresent(
              s -> known.add(new AnalysedFigures(figures, SeriesAnalysis.of(s, range(figures)))));
    }
    analysed = List.copyOf(known);
    relations = from;
  }
}
