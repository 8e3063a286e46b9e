package org.citylake.ingestion.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citylake.core.declaration.SourceDeclaration.Packing;
import org.citylake.core.declaration.SourceDeclaration.SheetLayout;
import org.citylake.ingestion.format.Workbook.Sheet;

/** Finds the sheets of a workbook that hold one table, and how it lies in them. */
final class FoundTable {
  private final Workbook workbook;
  private final List<String> notes = new ArrayList<>();

  private FoundTable(Workbook workbook) {
    this.workbook = workbook;
  }

  static FoundFormat of(String type, DeliveredFile file) {
    try (Workbook workbook = Workbook.open(type, file, UnpackLimit.of(System.getenv()))) {
      return new FoundTable(workbook).find(type);
    }
  }

  private FoundFormat find(String type) {
    List<Sheet> hidden = workbook.sheets().stream().filter(s -> !s.visible()).toList();
    if (!hidden.isEmpty()) {
      notes.add("Hidden sheets are not read: " + names(hidden, ", "));
    }
    List<Sheet> visible = workbook.sheets().stream().filter(Sheet::visible).toList();
    Map<Sheet, SheetTable> tables = new LinkedHashMap<>();
    for (Sheet sheet : visible) {
      try (SheetRows rows = workbook.rows(sheet)) {
        SheetTable.find(rows).ifPresent(table -> tables.put(sheet, table));
      }
    }
    if (tables.isEmpty()) {
      throw UnknownFormat.of(
          workbook.file(),
          "a workbook in which no visible sheet has a header and a row below",
          "its visible sheets are: " + names(visible, ", "));
    }
    SheetTable table = tables.values().iterator().next();
    List<Sheet> chosen =
        tables.keySet().stream()
            .filter(s -> table.sameColumns(java.util.Objects.requireNonNull(tables.get(s))))
            .toList();
    List<Sheet> others = visible.stream().filter(s -> !chosen.contains(s)).toList();
    if (!others.isEmpty()) {
      notes.add("Sheets with other columns or none are not read: " + names(others, ", "));
    }
    Optional<String> sheet =
        visible.size() == 1
            ? Optional.empty()
            : Optional.of(
                chosen.size() == 1 ? chosen.get(0).name() : "{" + names(chosen, ",") + "}");
    List<SheetTable> read = tables.values().stream().filter(table::sameColumns).toList();
    SheetLayout layout =
        new SheetLayout(
            sheet,
            table.headerRows(),
            Optional.empty(),
            unit(read).map(UnitText::note),
            skip(read));
    notes.add(
        "Header: "
            + (table.headerRows() == 2 ? "two rows, joined by /" : "one row")
            + ", from row "
            + table.headerStart()
            + " of sheet "
            + chosen.get(0).name());
    unit(read).ifPresent(u -> notes.add("Unit by the title: " + u + "; others are refused"));
    if (!layout.skipRows().isEmpty()) {
      notes.add("Rows that are no records begin with: " + layout.skipRows());
    }
    return new FoundFormat(
        FoundFormat.format(type, "UTF-8", Packing.NONE, layout, Optional.empty()),
        table.names().stream().map(FoundColumn::text).toList(),
        unit(read),
        notes);
  }

  /** The unit that all sheets name. */
  private static Optional<String> unit(List<SheetTable> tables) {
    Set<Optional<String>> units = tables.stream().map(SheetTable::unit).collect(Collectors.toSet());
    return units.size() == 1 ? units.iterator().next() : Optional.empty();
  }

  private static List<Pattern> skip(List<SheetTable> tables) {
    Set<String> patterns = new LinkedHashSet<>();
    tables.forEach(table -> patterns.addAll(table.skipRows()));
    return patterns.stream().map(Pattern::compile).toList();
  }

  private static String names(List<Sheet> sheets, String between) {
    return sheets.stream().map(Sheet::name).collect(Collectors.joining(between));
  }
}
