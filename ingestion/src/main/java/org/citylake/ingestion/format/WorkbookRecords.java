package org.citylake.ingestion.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.format.SheetCell.Row;
import org.citylake.ingestion.format.Workbook.Sheet;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.record.RecordJson;
import org.citylake.ingestion.record.RecordLine;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a workbook's sheets, each as one JSON object. A record's line is its row; on the
 * second sheet and those after it, {@value #NEXT_SHEET} more for each sheet before.
 */
final class WorkbookRecords implements DeliveredRecords {
  /** More than a sheet can have rows. */
  static final long NEXT_SHEET = 10_000_000;

  private final SourceDeclaration source;
  private final DeliveredFile file;
  private final Workbook workbook;
  private final List<Sheet> sheets;
  private int sheet = -1;
  private List<String> names = List.of();
  private Deque<Row> ahead = new ArrayDeque<>();
  private @Nullable SheetRows rows;

  private WorkbookRecords(
      SourceDeclaration source, DeliveredFile file, Workbook workbook, List<Sheet> sheets) {
    this.source = source;
    this.file = file;
    this.workbook = workbook;
    this.sheets = sheets;
  }

  /** Opens a workbook and checks the first sheet's header. */
  static DeliveredRecords open(SourceDeclaration source, DeliveredFile file) {
    Workbook workbook =
        Workbook.open(source.format().type(), file, UnpackLimit.of(System.getenv()));
    try {
      WorkbookRecords records =
          new WorkbookRecords(
              source, file, workbook, workbook.chosen(source.format().sheet().sheet()));
      records.nextSheet();
      return records;
    } catch (RuntimeException e) {
      workbook.close();
      throw e;
    }
  }

  @Override
  public @Nullable RecordLine next() {
    while (rows != null) {
      Row row = ahead.isEmpty() ? rows.next() : ahead.remove();
      if (row != null) {
        return record(row, rows.merged(row.number()));
      }
      nextSheet();
    }
    return null;
  }

  @Override
  public void close() {
    if (rows != null) {
      rows.close();
    }
    workbook.close();
  }

  private void nextSheet() {
    if (rows != null) {
      rows.close();
      rows = null;
    }
    sheet++;
    if (sheet < sheets.size()) {
      SheetRows opened = workbook.rows(sheets.get(sheet));
      rows = opened;
      SheetHeader.Found header =
          new SheetHeader(source, file, sheets.get(sheet).name(), opened).find();
      names = header.names();
      ahead = header.ahead();
    }
  }

  private RecordLine record(Row row, List<CellRangeAddress> merged) {
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    names.forEach(name -> values.put(name, null));
    List<Finding> problems = new ArrayList<>();
    for (SheetCell cell : row.cells()) {
      if (cell.column() < names.size()) {
        values.put(names.get(cell.column()), cell.text());
      } else {
        problems.add(
            Finding.error(
                "ragged",
                "a value stands in column "
                    + (cell.column() + 1)
                    + " where the header has "
                    + names.size()
                    + ": remove it"));
      }
      if (cell.problem() != null) {
        problems.add(cell.problem());
      }
    }
    merged.forEach(
        range ->
            problems.add(
                Finding.error(
                    "merged-cells",
                    range.formatAsString()
                        + " is merged, so that it cannot be told which rows or columns its value is"
                        + " meant for: undo the merge and fill every cell")));
    return new RecordLine(sheet * NEXT_SHEET + row.number(), RecordJson.write(values, problems));
  }
}
