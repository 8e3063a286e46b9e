package org.citylake.batchjobs.analysis;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.value.TimePeriod;
import org.citylake.metrics.analysis.Frequency;
import org.citylake.metrics.analysis.ValidRange;
import org.citylake.metrics.analysis.outlook.OutlookText;
import org.citylake.metrics.analysis.outlook.Target;
import org.citylake.metrics.analysis.outlook.TargetPace;
import org.jspecify.annotations.Nullable;

/**
 * Holds every target against the yearly figures of its indicator and area that are in its unit and
 * not made up. Where {@code metric.indicator_target} names an actual figure, none later is taken,
 * so that both tables speak of the same.
 */
final class TargetOutlooks {
  static final String TARGETS = "metric.indicator_target";

  private final PublishedFigures figures;
  private final Map<String, Map<String, String>> units = new HashMap<>();

  TargetOutlooks(PublishedFigures figures, DeclarationLibrary library) {
    this.figures = figures;
    library.codelists().stream()
        .filter(list -> list.id().equals("unit_measure"))
        .flatMap(list -> list.rows().stream())
        .forEach(row -> units.put(row.getOrDefault("code", ""), row));
  }

  /** All targets, by source and key. */
  List<JudgedTarget> all(Relations relations) {
    Map<String, FigureSeries> series = new HashMap<>();
    figures.series(relations).forEach(s -> series.put(s.indicator().code() + "\n" + s.area(), s));
    return relations.load(TARGETS).sort("source_id", "source_key").collectAsList().stream()
        .map(row -> judged(row, series))
        .toList();
  }

  private JudgedTarget judged(Row row, Map<String, FigureSeries> series) {
    FigureSeries own = series.get(row.getAs("indicator_code") + "\n" + row.getAs("ref_area"));
    String unit = row.getAs("unit_measure");
    boolean sameUnit = own != null && own.indicator().unit().equals(unit);
    String due = row.getAs("time_period");
    int dueYear = year(due);
    String actualPeriod = row.getAs("actual_period");
    Double actual = number(row, "actual");
    int latest = actualPeriod == null ? dueYear : year(actualPeriod);
    NavigableMap<Integer, Double> known = new TreeMap<>();
    if (own != null && sameUnit) {
      own.reported()
          .forEach(
              (period, value) ->
                  Frequency.ANNUAL
                      .index(period)
                      .ifPresent(y -> known.put(Math.toIntExact(y), value)));
    }
    NavigableMap<Integer, Double> usable = new TreeMap<>(known.headMap(latest, true));
    if (actual != null) {
      usable.put(latest, actual);
    }
    Double wanted = number(row, "target");
    String direction = row.getAs("direction");
    TargetPace pace =
        TargetPace.of(
            new Target(wanted, row.getAs("comparison"), direction, dueYear),
            usable,
            own != null && sameUnit ? PublishedFigures.range(own) : ValidRange.UNBOUNDED);
    Map<String, String> names = units.getOrDefault(unit, Map.of());
    OutlookText text =
        OutlookText.of(
            pace,
            due,
            names.getOrDefault("name_zh", unit),
            names.getOrDefault("name_en", unit),
            row.getAs("binding"));
    Map.Entry<Integer, Double> last = usable.lastEntry();
    String lastPeriod =
        actualPeriod != null || last == null ? actualPeriod : Integer.toString(last.getKey());
    return new JudgedTarget(
        row, wanted, lastPeriod, last == null ? null : last.getValue(), usable.size(), pace, text);
  }

  private static int year(String period) {
    return TimePeriod.parse(period).end().minusDays(1).getYear();
  }

  private static @Nullable Double number(Row row, String column) {
    BigDecimal value = row.getAs(column);
    return value == null ? null : value.doubleValue();
  }
}
