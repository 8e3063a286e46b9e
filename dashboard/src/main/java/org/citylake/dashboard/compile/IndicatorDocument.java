package org.citylake.dashboard.compile;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * {@code indicators.json} (what there is) and {@code indicators/CODE.json} (one indicator with its
 * definition, its values by district and period, and the evidence behind them).
 */
final class IndicatorDocument {
  private static final Comparator<Row> ORDER =
      Comparator.comparing((Row r) -> r.text("time_period"))
          .thenComparing(r -> r.text("ref_area"))
          .thenComparing(r -> String.valueOf(r.find("ref_area_valid_from")));

  private final Units units;
  private final TodaysAreas areas;
  private final Evidence evidence;
  private final AnalysisDocument analysis;

  IndicatorDocument(Units units, TodaysAreas areas, Evidence evidence, AnalysisDocument analysis) {
    this.units = units;
    this.areas = areas;
    this.evidence = evidence;
    this.analysis = analysis;
  }

  /** The indicator's entry in the list: its definition and which periods it has values for. */
  Map<String, @Nullable Object> entry(IndicatorDeclaration indicator, List<Row> values) {
    return definition(indicator)
        .with("periods", periods(values))
        .with("latest_period", periods(values).stream().reduce((a, b) -> b).orElse(null))
        .with("areas", areasOf(values))
        .with("value_count", values.stream().filter(r -> r.findNumber("value") != null).count())
        .build();
  }

  /** The indicator in full. */
  Map<String, @Nullable Object> full(IndicatorDeclaration indicator, List<Row> values) {
    Set<String> selectors = new LinkedHashSet<>();
    values.forEach(row -> selectors.addAll(row.texts("evidence")));
    return definition(indicator)
        .with("periods", periods(values))
        .with("values", values.stream().sorted(ORDER).map(this::value).toList())
        .with("evidence", evidence.resolve(selectors))
        .with("analysis", analysis.of(indicator.code()))
        .build();
  }

  /** The indicator's definition with these values, without what stands behind each of them. */
  Map<String, @Nullable Object> brief(IndicatorDeclaration indicator, List<Row> values) {
    return definition(indicator)
        .with("values", values.stream().sorted(ORDER).map(r -> figure(r).build()).toList())
        .build();
  }

  private Document definition(IndicatorDeclaration indicator) {
    return new Document()
        .with("code", indicator.code())
        .with("domain", indicator.domain())
        .with("name_zh", indicator.nameZh())
        .with("name_en", indicator.nameEn())
        .with("definition_zh", indicator.definitionZh())
        .with("definition_en", indicator.definitionEn())
        .with("basis", indicator.basis())
        .with("unit", units.document(indicator.unit()))
        .with("decimals", indicator.decimals())
        .with("direction", indicator.direction().name().toLowerCase(Locale.ROOT))
        .with("frequency", indicator.frequency())
        .with("owner", indicator.owner())
        .with("method", indicator.method().name().toLowerCase(Locale.ROOT))
        .with("multiplier", indicator.multiplier())
        .with("definition_hash", indicator.contentHash());
  }

  private Map<String, @Nullable Object> value(Row row) {
    return figure(row)
        .with("evidence", row.texts("evidence"))
        .with("input_snapshots", Texts.values(row.counts("input_snapshots")))
        .with("definition_hash", row.text("definition_hash"))
        .with("code_version", row.text("code_version"))
        .build();
  }

  private Document figure(Row row) {
    String quality = row.text("quality");
    return new Document()
        .with("ref_area", row.text("ref_area"))
        .with("ref_area_valid_from", row.find("ref_area_valid_from"))
        .with("district", areas.today(row.text("ref_area"), row.findDate("ref_area_valid_from")))
        .with("time_period", row.text("time_period"))
        .with("value", row.findNumber("value"))
        .with("numerator", row.findNumber("numerator"))
        .with("denominator", row.findNumber("denominator"))
        .with("obs_status", row.text("obs_status"))
        .with("value_status", row.text("value_status"))
        .with("quality", quality.equals("ok") ? List.of() : List.of(quality.split(",")));
  }

  /** Today's districts, and the city, that have any value of it. */
  private Set<String> areasOf(List<Row> values) {
    Set<String> found = new TreeSet<>();
    for (Row row : values) {
      String today = areas.areaOf(row);
      if (today != null && row.findNumber("value") != null) {
        found.add(today);
      }
    }
    return found;
  }

  private static Set<String> periods(List<Row> values) {
    Set<String> periods = new TreeSet<>();
    values.forEach(row -> periods.add(row.text("time_period")));
    return periods;
  }
}
