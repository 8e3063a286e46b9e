package org.citylake.dashboard.compile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code series/METRIC.json}: the daily means and the years of every official station. Stations
 * outside the official network stay in SQL and never enter the page. Days without a valid mean are
 * null, so that a line has a gap there and no bridge.
 */
final class SeriesDocument {
  private SeriesDocument() {}

  static Map<String, @Nullable Object> of(
      String metric, List<Row> sensors, List<Row> days, List<Row> years) {
    List<Map<String, @Nullable Object>> stations = new ArrayList<>();
    sensors.stream()
        .filter(s -> s.text("metric").equals(metric) && s.flag("official"))
        .sorted(Comparator.comparing(s -> s.text("sensor_id")))
        .forEach(
            s ->
                stations.add(
                    station(
                        s,
                        current(ofSensor(s, days), "observed_date"),
                        current(ofSensor(s, years), "year"))));
    return new Document()
        .with("metric", metric)
        .with("unit", "ug/m3")
        .with("stations", stations)
        .build();
  }

  private static List<Row> ofSensor(Row sensor, List<Row> rows) {
    return rows.stream()
        .filter(
            r ->
                r.flag("official")
                    && r.text("sensor_id").equals(sensor.text("sensor_id"))
                    && r.text("metric").equals(sensor.text("metric")))
        .toList();
  }

  /** The row of the highest revision per day or year, in order of time. */
  private static List<Row> current(List<Row> rows, String time) {
    Map<String, Row> newest = new TreeMap<>();
    for (Row row : rows) {
      newest.merge(
          row.text(time), row, (a, b) -> a.number("revision") >= b.number("revision") ? a : b);
    }
    return List.copyOf(newest.values());
  }

  private static Map<String, @Nullable Object> station(
      Row sensor, List<Row> days, List<Row> years) {
    return new Document()
        .with("sensor_id", sensor.text("sensor_id"))
        .with("name_zh", sensor.text("name_zh"))
        .with("name_en", sensor.text("name_en"))
        .with("ref_area", sensor.text("ref_area"))
        .with("owner", sensor.text("owner"))
        .with("basis", sensor.find("basis"))
        .with("days", calendar(days))
        .with("limits", limits(days))
        .with("years", years.stream().map(SeriesDocument::year).toList())
        .build();
  }

  /** One entry for every day from the first to the last: the date and the mean, or null. */
  private static List<List<@Nullable Object>> calendar(List<Row> days) {
    List<List<@Nullable Object>> calendar = new ArrayList<>();
    LocalDate expected = null;
    for (Row day : days) {
      LocalDate date = LocalDate.parse(day.text("observed_date"));
      for (; expected != null && expected.isBefore(date); expected = expected.plusDays(1)) {
        calendar.add(entry(expected, null, 0));
      }
      Number mean = day.flag("valid") ? day.findNumber("mean") : null;
      calendar.add(entry(date, mean, day.number("hours")));
      expected = date.plusDays(1);
    }
    return calendar;
  }

  private static List<@Nullable Object> entry(LocalDate date, @Nullable Number mean, long hours) {
    List<@Nullable Object> entry = new ArrayList<>();
    entry.add(date.toString());
    entry.add(mean);
    entry.add(hours);
    return entry;
  }

  /** The limits of a day, each from the first day on which it was in force here. */
  private static List<Map<String, @Nullable Object>> limits(List<Row> days) {
    List<Map<String, @Nullable Object>> limits = new ArrayList<>();
    String last = "";
    for (Row day : days) {
      String limit = day.findNumber("day_limit") + " " + day.text("limit_edition");
      if (!limit.equals(last)) {
        limits.add(
            new Document()
                .with("from", day.text("observed_date"))
                .with("day_limit", day.findNumber("day_limit"))
                .with("edition", day.text("limit_edition"))
                .build());
        last = limit;
      }
    }
    return limits;
  }

  private static Map<String, @Nullable Object> year(Row row) {
    return new Document()
        .with("year", row.number("year"))
        .with("valid", row.flag("valid"))
        .with("mean", row.flag("valid") ? row.findNumber("mean") : null)
        .with("valid_days", row.number("valid_days"))
        .with("fewest_month_days", row.number("fewest_month_days"))
        .with("february_days", row.number("february_days"))
        .with("days_over_limit", row.number("days_over_limit"))
        .with("year_limit", row.findNumber("year_limit"))
        .with("limit_edition", row.text("limit_edition"))
        .with("exceeds", row.findFlag("exceeds"))
        .build();
  }
}
