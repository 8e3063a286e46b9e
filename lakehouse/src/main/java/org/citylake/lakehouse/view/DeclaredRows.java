package org.citylake.lakehouse.view;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.core.declaration.ViewDeclaration;

/**
 * What is declared and stands in no table, as a relation of constants that takes its place in a
 * view's statement: code lists, and the indicators with the names of their units.
 */
final class DeclaredRows {
  private static final List<String> INDICATOR =
      List.of(
          "indicator_code",
          "name_zh",
          "name_en",
          "domain",
          "definition_zh",
          "definition_en",
          "basis",
          "unit_measure",
          "unit_zh",
          "unit_en",
          "direction",
          "frequency",
          "owner");

  private DeclaredRows() {}

  /**
   * The relation, in brackets.
   *
   * @param name {@code codelist.ID} or {@link ViewDeclaration#INDICATORS}
   */
  static String of(DeclarationLibrary library, String name) {
    if (name.equals(ViewDeclaration.INDICATORS)) {
      Codelist units = library.loadCodelist("unit_measure");
      return relation(
          INDICATOR, library.indicators().stream().map(i -> indicator(i, units)).toList());
    }
    Codelist list = library.loadCodelist(name.substring(TableDeclaration.CODELIST.length()));
    return relation(
        list.columns(),
        list.rows().stream()
            .map(row -> list.columns().stream().map(c -> row.getOrDefault(c, "")).toList())
            .toList());
  }

  private static List<String> indicator(IndicatorDeclaration indicator, Codelist units) {
    Map<String, String> unit = units.find(indicator.unit()).orElse(Map.of());
    return List.of(
        indicator.code(),
        indicator.nameZh(),
        indicator.nameEn(),
        indicator.domain(),
        indicator.definitionZh(),
        indicator.definitionEn(),
        indicator.basis(),
        indicator.unit(),
        unit.getOrDefault("name_zh", indicator.unit()),
        unit.getOrDefault("name_en", indicator.unit()),
        indicator.direction().name().toLowerCase(Locale.ROOT),
        indicator.frequency(),
        indicator.owner());
  }

  private static String relation(List<String> columns, List<List<String>> rows) {
    String values =
        rows.isEmpty()
            ? columns.stream().map(column -> "''").collect(Collectors.joining(", ", "(", ")"))
            : rows.stream().map(DeclaredRows::row).collect(Collectors.joining(",\n"));
    return "(SELECT * FROM (VALUES "
        + values
        + ") AS declared("
        + String.join(", ", columns)
        + ")"
        + (rows.isEmpty() ? " WHERE false" : "")
        + ")";
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> "'" + cell.replace("'", "''") + "'")
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
