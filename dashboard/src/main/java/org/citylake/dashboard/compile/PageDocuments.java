package org.citylake.dashboard.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * All documents of one release, by their path in the store. A pure function: the same rows and
 * declarations give the same documents.
 */
public final class PageDocuments {
  /** Tables that the documents are made of. */
  public static final List<String> TABLES =
      List.of(
          "audit.load",
          "city.air_quality_day",
          "city.air_quality_year",
          "city.district",
          "city.observation",
          "city.resident_count",
          "city.sensor",
          "city.service_case",
          "city.subdistrict",
          "metric.index_robustness",
          "metric.index_score",
          "metric.index_trace",
          "metric.indicator_analysis",
          "metric.indicator_analysis_point",
          "metric.indicator_target",
          "metric.indicator_value",
          "metric.leading_indicator",
          "metric.target_outlook",
          "metric.warning");

  private PageDocuments() {}

  /**
   * Compiles the documents.
   *
   * @param release the release's own columns, as audit.release has them
   * @param rows rows of {@link #TABLES} at the release's snapshots
   * @return path such as {@code indicators/population_density.json} to the document
   */
  public static Map<String, Object> compile(
      Map<String, Object> release, ReleaseRows rows, DeclarationLibrary library) {
    List<Row> districts = rows.rows("city.district");
    Units units = new Units(library.codelists());
    Evidence evidence = new Evidence(rows.rows("city.observation"), library);
    TodaysAreas areas = new TodaysAreas(districts);
    IndicatorDocument indicators =
        new IndicatorDocument(units, areas, evidence, new AnalysisDocument(rows, areas, library));

    Map<String, Object> documents = new TreeMap<>();
    documents.put(
        "districts.json", DistrictDocument.of(districts, rows.rows("city.subdistrict"), library));
    documents.put(
        "cases.json",
        CaseDocument.of(
            rows.rows("city.service_case"),
            rows.rows("city.subdistrict"),
            rows.rows("city.resident_count")));
    CaseDocument.byArea(rows.rows("city.service_case"), districts)
        .forEach((area, cases) -> documents.put("area_cases/" + area + ".json", cases));
    documents.put(
        "open_cases.json",
        OpenCaseDocument.of(rows.rows("city.service_case"), rows.rows("city.subdistrict")));
    documents.put("loads.json", LoadDocument.of(rows.rows("audit.load"), library));
    documents.put(
        "targets.json",
        new TargetDocument(units, evidence, rows.rows("metric.target_outlook"))
            .of(rows.rows("metric.indicator_target")));
    documents.put(
        "warnings.json", new WarningDocument(library, areas).of(rows.rows("metric.warning")));
    documents.put(
        "index.json",
        IndexDocument.of(
            rows.rows("metric.index_score"),
            rows.rows("metric.index_trace"),
            rows.rows("metric.index_robustness"),
            library));
    Map<String, List<Row>> values =
        rows.rows("metric.indicator_value").stream()
            .collect(Collectors.groupingBy(r -> r.text("indicator_code")));
    List<Map<String, @Nullable Object>> entries = new ArrayList<>();
    for (IndicatorDeclaration indicator : library.indicators()) {
      List<Row> own = values.getOrDefault(indicator.code(), List.of());
      entries.add(indicators.entry(indicator, own));
      documents.put("indicators/" + indicator.code() + ".json", indicators.full(indicator, own));
    }
    documents.put("indicators.json", new Document().with("indicators", entries).build());
    new FiguresDocument(indicators, areas, districts)
        .of(library.indicators(), values)
        .forEach((area, figures) -> documents.put("figures/" + area + ".json", figures));
    documents.put("catalogue.json", CatalogueDocument.of(library));
    List<Row> sensors = rows.rows("city.sensor");
    TreeSet<String> metrics = new TreeSet<>();
    sensors.stream().filter(s -> s.flag("official")).forEach(s -> metrics.add(s.text("metric")));
    for (String metric : metrics) {
      documents.put(
          "series/" + metric + ".json",
          SeriesDocument.of(
              metric,
              sensors,
              rows.rows("city.air_quality_day"),
              rows.rows("city.air_quality_year")));
    }
    documents.put("series.json", new Document().with("series", List.copyOf(metrics)).build());
    documents.put("release.json", release(new Row(release), documents.keySet()));
    return documents;
  }

  private static Map<String, @Nullable Object> release(Row release, Set<String> documents) {
    return new Document()
        .with("release", release.text("release_id"))
        .with("status", release.text("status"))
        .with("created_at", release.text("created_at"))
        .with("reason", release.find("reason"))
        .with("follows", release.find("follows"))
        .with("corrects", release.find("corrects"))
        .with("fingerprint", release.text("fingerprint"))
        .with("code_version", release.text("code_version"))
        .with("declarations_hash", release.text("declarations_hash"))
        .with("tables", Texts.values(release.counts("tables")))
        .with("inputs", Texts.values(release.counts("inputs")))
        .with("documents", kinds(documents))
        .build();
  }

  /**
   * What kinds of documents there are, so that the page asks for none that an old release lacks.
   */
  private static Set<String> kinds(Set<String> paths) {
    return paths.stream()
        .map(path -> path.replaceFirst("(/.*|[.]json)$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
