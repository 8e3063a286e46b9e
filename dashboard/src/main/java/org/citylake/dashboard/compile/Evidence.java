package org.citylake.dashboard.compile;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.Origin;
import org.citylake.core.declaration.SourceDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a selector of {@code city.observation}: the figure as its source says it, the
 * sentence, the source's title and the line of the delivered file. Selectors of other tables are
 * shown as they are.
 */
final class Evidence {
  private static final String OBSERVATION = "city.observation";

  private final Map<String, Row> observations = new HashMap<>();
  private final DeclarationLibrary library;

  Evidence(List<Row> rows, DeclarationLibrary library) {
    this.library = library;
    for (Row row : rows) {
      observations.merge(
          key(row.text("source_id"), row.text("source_key")),
          row,
          (a, b) -> a.number("revision") >= b.number("revision") ? a : b);
      observations.put(
          key(row.text("source_id"), row.text("source_key")) + "/" + row.number("revision"), row);
    }
  }

  /** Selector to what it points at, for all selectors that point at an observation. */
  Map<String, Object> resolve(Collection<String> selectors) {
    Map<String, Object> found = new TreeMap<>();
    for (String selector : selectors) {
      Row row = find(selector);
      if (row != null) {
        found.put(selector, describe(row));
      }
    }
    return found;
  }

  private @Nullable Row find(String selector) {
    Map<String, String> columns = SelectorText.columns(selector, OBSERVATION);
    String source = columns.get("source_id");
    String sourceKey = columns.get("source_key");
    if (source == null || sourceKey == null) {
      return null;
    }
    String revision = columns.get("revision");
    return observations.get(key(source, sourceKey) + (revision == null ? "" : "/" + revision));
  }

  private Map<String, @Nullable Object> describe(Row row) {
    String source = row.text("source_id");
    return new Document()
        .with("source_id", source)
        .with("source_title", title(source))
        .with("source_key", row.text("source_key"))
        .with("name_zh", row.find("name_zh"))
        .with("name_en", row.find("name_en"))
        .with("ref_area", row.find("ref_area"))
        .with("time_period", row.find("time_period"))
        .with("figure_kind", row.find("figure_kind"))
        .with("comparison", row.find("comparison"))
        .with("value", row.findNumber("value"))
        .with("value_high", row.findNumber("value_high"))
        .with("unit_measure", row.find("unit_measure"))
        .with("basis", row.find("basis"))
        .with("line", row.findNumber("line"))
        .with("delivery", row.find("delivery"))
        .build();
  }

  private String title(String source) {
    return library
        .findSource(source)
        .flatMap(SourceDeclaration::origin)
        .map(Origin::title)
        .orElse(source);
  }

  private static String key(String source, String sourceKey) {
    return source + "/" + sourceKey;
  }
}
