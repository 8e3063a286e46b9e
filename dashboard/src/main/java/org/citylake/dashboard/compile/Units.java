package org.citylake.dashboard.compile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.core.codelist.Codelist;

/**
 * Names of units of measure by code, from the code list unit_measure; a code without one is itself.
 */
final class Units {
  private final Map<String, Map<String, String>> byCode = new TreeMap<>();

  Units(List<Codelist> codelists) {
    codelists.stream()
        .filter(list -> list.id().equals("unit_measure"))
        .forEach(
            list ->
                list.rows()
                    .forEach(row -> byCode.put(row.getOrDefault(list.columns().get(0), ""), row)));
  }

  /** {@code {code, name_zh, name_en}} of one unit. */
  Map<String, Object> document(String code) {
    Map<String, String> row = byCode.getOrDefault(code, Map.of());
    Map<String, Object> unit = new TreeMap<>();
    unit.put("code", code);
    unit.put("name_zh", label(row, "zh", code));
    unit.put("name_en", label(row, "en", code));
    return unit;
  }

  private static String label(Map<String, String> row, String language, String code) {
    for (String column : List.of("symbol_" + language, "name_" + language, "name-" + language)) {
      String text = row.get(column);
      if (text != null && !text.isBlank()) {
        return text;
      }
    }
    return code.replace('_', ' ');
  }
}
