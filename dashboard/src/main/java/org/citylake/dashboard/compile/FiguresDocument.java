package org.citylake.dashboard.compile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * {@code figures/AREA.json}: for the city and for each of today's districts, every indicator that
 * has a value there, with its recent values. A screen of figures asks for this one document.
 */
final class FiguresDocument {
  private static final int RECENT = 36;

  /** The same day of the week a year ago lies 52 weeks back. */
  private static final int DAYS_OF_52_WEEKS = 364;

  private final IndicatorDocument indicators;
  private final TodaysAreas today;
  private final List<Row> districts;

  FiguresDocument(IndicatorDocument indicators, TodaysAreas today, List<Row> districts) {
    this.indicators = indicators;
    this.today = today;
    this.districts = districts;
  }

  /**
   * The documents by area.
   *
   * @param values rows of metric.indicator_value by indicator
   */
  Map<String, Map<String, @Nullable Object>> of(
      List<IndicatorDeclaration> declared, Map<String, List<Row>> values) {
    TreeSet<String> areas = new TreeSet<>();
    areas.add(TodaysAreas.CITY);
    districts.stream()
        .filter(d -> d.findDate("valid_to") == null)
        .forEach(d -> areas.add(d.text("code")));
    Map<String, Map<String, @Nullable Object>> documents = new TreeMap<>();
    for (String area : areas) {
      List<Map<String, @Nullable Object>> figures = new ArrayList<>();
      for (IndicatorDeclaration indicator : declared) {
        List<Row> own = recent(area, values.getOrDefault(indicator.code(), List.of()));
        if (!own.isEmpty()) {
          figures.add(indicators.brief(indicator, own));
        }
      }
      documents.put(area, new Document().with("area", area).with("indicators", figures).build());
    }
    return documents;
  }

  /** The last values of the area, and the one of the same weekday a year before the last. */
  private List<Row> recent(String area, List<Row> values) {
    List<Row> own =
        values.stream()
            .filter(r -> area.equals(today.areaOf(r)))
            .sorted(Comparator.comparing(r -> r.text("time_period")))
            .toList();
    if (own.size() <= RECENT) {
      return own;
    }
    List<Row> kept = new ArrayList<>();
    String before = yearBefore(own.get(own.size() - 1).text("time_period"));
    own.subList(0, own.size() - RECENT).stream()
        .filter(r -> r.text("time_period").equals(before))
        .forEach(kept::add);
    kept.addAll(own.subList(own.size() - RECENT, own.size()));
    return kept;
  }

  private static String yearBefore(String period) {
    try {
      return LocalDate.parse(period).minusDays(DAYS_OF_52_WEEKS).toString();
    } catch (DateTimeParseException e) {
      // Months and years are few enough to be kept as they are.
      return "";
    }
  }
}
