package org.citylake.dashboard.compile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code targets.json}: every target of every plan, with what was reached, or that nothing is
 * known.
 */
final class TargetDocument {
  private final Units units;
  private final Evidence evidence;
  private final Map<String, Row> outlooks = new HashMap<>();

  TargetDocument(Units units, Evidence evidence, List<Row> outlooks) {
    this.units = units;
    this.evidence = evidence;
    outlooks.forEach(row -> this.outlooks.put(key(row), row));
  }

  Map<String, @Nullable Object> of(List<Row> targets) {
    Comparator<Row> order =
        Comparator.comparing((Row r) -> r.text("source_id"))
            .thenComparing(r -> r.text("source_key"));
    Set<String> selectors = new LinkedHashSet<>();
    targets.forEach(row -> selectors.addAll(row.texts("evidence")));
    return new Document()
        .with("targets", targets.stream().sorted(order).map(this::target).toList())
        .with("evidence", evidence.resolve(selectors))
        .build();
  }

  private static String key(Row row) {
    return row.text("source_id") + "/" + row.text("source_key");
  }

  private Map<String, @Nullable Object> target(Row row) {
    Row outlook = outlooks.getOrDefault(key(row), new Row(Map.of()));
    return new Document()
        .with("gap", outlook.findNumber("gap"))
        .with("pace_needed", outlook.findNumber("pace_needed"))
        .with("pace_made", outlook.findNumber("pace_made"))
        .with("expected", outlook.findNumber("expected"))
        .with("expected_low", outlook.findNumber("expected_low"))
        .with("expected_high", outlook.findNumber("expected_high"))
        .with("outlook", outlook.find("outlook"))
        .with("outlook_reason", outlook.find("reason"))
        .with("outlook_zh", outlook.find("outlook_zh"))
        .with("outlook_en", outlook.find("outlook_en"))
        .with("source_id", row.text("source_id"))
        .with("source_key", row.text("source_key"))
        .with("indicator_code", row.text("indicator_code"))
        .with("name_zh", row.find("name_zh"))
        .with("name_en", row.find("name_en"))
        .with("ref_area", row.find("ref_area"))
        .with("time_period", row.text("time_period"))
        .with("target", row.findNumber("target"))
        .with("comparison", row.find("comparison"))
        .with("unit", units.document(row.text("unit_measure")))
        .with("direction", row.find("direction"))
        .with("binding", row.find("binding"))
        .with("actual_period", row.find("actual_period"))
        .with("actual", row.findNumber("actual"))
        .with("attainment", row.findNumber("attainment"))
        .with("evidence", row.texts("evidence"))
        .with("basis", row.find("basis"))
        .build();
  }
}
