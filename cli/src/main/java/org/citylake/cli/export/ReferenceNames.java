package org.citylake.cli.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.metrics.export.ExportReference;
import org.citylake.metrics.export.ExportReference.Names;

/** What the declarations call areas, units, indicators and editions. */
final class ReferenceNames {
  private ReferenceNames() {}

  static ExportReference of(DeclarationLibrary library) {
    Map<String, Names> areas = new HashMap<>();
    // The names of today's districts win over the names in the tables of all divisions.
    for (String list : List.of("division", "district_name")) {
      areas.putAll(names(library, list));
    }
    return new ExportReference(
        library.editions(), library.indicators(), areas, names(library, "unit_measure"));
  }

  private static Map<String, Names> names(DeclarationLibrary library, String list) {
    Map<String, Names> names = new HashMap<>();
    library.codelists().stream()
        .filter(codes -> codes.id().equals(list))
        .map(Codelist::rows)
        .flatMap(List::stream)
        .forEach(row -> names.put(text(row, "code"), new Names(zh(row), en(row))));
    return names;
  }

  private static String zh(Map<String, String> row) {
    return text(row, "name_zh").isEmpty() ? text(row, "code") : text(row, "name_zh");
  }

  private static String en(Map<String, String> row) {
    return text(row, "name_en").isEmpty() ? zh(row) : text(row, "name_en");
  }

  private static String text(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}
