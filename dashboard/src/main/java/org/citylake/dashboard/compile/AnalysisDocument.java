package org.citylake.dashboard.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citylake.core.declaration.DeclarationLibrary;
import org.jspecify.annotations.Nullable;

/**
 * The {@code analysis} of an indicator's document: by area the components, the changes and the
 * forecast with how it did in a back-test. Areas that have none of these are left out, and so are
 * the components of subdistricts, which would make the document too long for a page.
 */
final class AnalysisDocument {
  private static final int DISTRICT_DIGITS = 6;

  private final TodaysAreas areas;
  private final Map<String, List<Row>> summaries;
  private final Map<String, List<Row>> points;
  private final Map<String, List<Row>> leads;
  private final DeclarationLibrary library;

  AnalysisDocument(ReleaseRows rows, TodaysAreas areas, DeclarationLibrary library) {
    this.areas = areas;
    this.library = library;
    this.summaries =
        rows.rows("metric.indicator_analysis").stream()
            .collect(Collectors.groupingBy(r -> r.text("indicator_code")));
    this.points =
        rows.rows("metric.indicator_analysis_point").stream()
            .sorted(Comparator.comparing(r -> r.text("time_period")))
            .collect(Collectors.groupingBy(AnalysisDocument::key));
    this.leads =
        rows.rows("metric.leading_indicator").stream()
            .filter(r -> r.flag("significant"))
            .sorted(Comparator.comparing(r -> r.text("leading_code")))
            .collect(Collectors.groupingBy(AnalysisDocument::key));
  }

  /** The entries of an indicator, by area. */
  List<Map<String, @Nullable Object>> of(String indicator) {
    List<Map<String, @Nullable Object>> entries = new ArrayList<>();
    summaries.getOrDefault(indicator, List.of()).stream()
        .sorted(Comparator.comparing(r -> r.text("ref_area")))
        .filter(
            r ->
                r.flag("decomposed")
                    || r.find("method") != null
                    || !r.texts("change_points").isEmpty())
        .forEach(r -> entries.add(entry(r)));
    return entries;
  }

  private Map<String, @Nullable Object> entry(Row summary) {
    List<Row> own = points.getOrDefault(key(summary), List.of());
    boolean district = summary.text("ref_area").length() <= DISTRICT_DIGITS;
    return new Document()
        .with("ref_area", summary.text("ref_area"))
        .with(
            "district",
            areas.today(summary.text("ref_area"), summary.findDate("ref_area_valid_from")))
        .with("synthetic", summary.flag("synthetic"))
        .with("change_points", summary.texts("change_points"))
        .with(
            "decomposition",
            own.stream()
                .filter(p -> district && p.text("point_kind").equals("observed"))
                .map(AnalysisDocument::components)
                .toList())
        .with(
            "leads", leads.getOrDefault(key(summary), List.of()).stream().map(this::lead).toList())
        .with("no_forecast", summary.find("no_forecast"))
        .with("forecast", summary.find("method") == null ? null : forecast(summary, own))
        .build();
  }

  private Map<String, @Nullable Object> lead(Row row) {
    String code = row.text("leading_code");
    Document lead = new Document().with("indicator_code", code);
    library
        .findIndicator(code)
        .ifPresent(i -> lead.with("name_zh", i.nameZh()).with("name_en", i.nameEn()));
    return lead.with("lag", row.findNumber("lag"))
        .with("correlation", row.findNumber("correlation"))
        .with("pairs", row.findNumber("pairs"))
        .with("synthetic", row.flag("synthetic"))
        .build();
  }

  private static Map<String, @Nullable Object> forecast(Row summary, List<Row> own) {
    Document accuracy = new Document();
    accuracy.with("mase", summary.findNumber("mase"));
    accuracy.with("mape", summary.findNumber("mape"));
    accuracy.with("coverage95", summary.findNumber("coverage95"));
    accuracy.with("folds", summary.findNumber("folds"));
    return new Document()
        .with("method", summary.text("method"))
        .with(
            "points",
            own.stream()
                .filter(p -> p.text("point_kind").equals("forecast"))
                .map(p -> numbers(p, "value", "low80", "high80", "low95", "high95"))
                .toList())
        .with("accuracy", accuracy.build())
        .build();
  }

  /** Period, trend, season and remainder, and true behind them where the value stands out. */
  private static List<@Nullable Object> components(Row point) {
    List<@Nullable Object> components = numbers(point, "trend", "seasonal", "remainder");
    if (point.flag("anomaly")) {
      components.add(true);
    }
    return components;
  }

  private static List<@Nullable Object> numbers(Row point, String... columns) {
    List<@Nullable Object> numbers = new ArrayList<>();
    numbers.add(point.text("time_period"));
    Arrays.stream(columns).map(point::findNumber).forEach(numbers::add);
    return numbers;
  }

  private static String key(Row row) {
    return row.text("indicator_code") + "/" + row.text("ref_area");
  }
}
