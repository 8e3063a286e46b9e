package org.citylake.ingestion.format;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.citylake.ingestion.format.SheetCell.Row;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of an .xls workbook. */
final class BinarySheetRows implements SheetRows {
  private final Iterator<org.apache.poi.ss.usermodel.Row> rows;
  private final CellTexts texts;
  private final MergedCells merged = new MergedCells();

  BinarySheetRows(HSSFSheet sheet, CellTexts texts) {
    this.rows = sheet.rowIterator();
    this.texts = texts;
    sheet.getMergedRegions().forEach(merged::add);
  }

  @Override
  public @Nullable Row next() {
    while (rows.hasNext()) {
      org.apache.poi.ss.usermodel.Row row = rows.next();
      List<SheetCell> cells = new ArrayList<>();
      for (Cell cell : row) {
        SheetCell read = read(cell);
        if (!read.text().isBlank() || read.problem() != null) {
          cells.add(read);
        }
      }
      if (!cells.isEmpty()) {
        return new Row(row.getRowNum() + 1, cells);
      }
    }
    return null;
  }

  @Override
  public List<CellRangeAddress> merged(int row) {
    return merged.of(row);
  }

  @Override
  public void close() {
    // The workbook holds what there is to close.
  }

  private SheetCell read(Cell cell) {
    CellType type = cell.getCellType();
    if (type == CellType.FORMULA) {
      type = cell.getCachedFormulaResultType();
    }
    return switch (type) {
      case NUMERIC -> cell(cell, "n", Double.toString(cell.getNumericCellValue()));
      case BOOLEAN -> cell(cell, "b", cell.getBooleanCellValue() ? "1" : "0");
      case ERROR -> cell(cell, "e", FormulaError.forInt(cell.getErrorCellValue()).getString());
      case STRING -> cell(cell, "str", cell.getStringCellValue());
      case BLANK, FORMULA, _NONE -> cell(cell, "str", "");
    };
  }

  private SheetCell cell(Cell cell, String type, String value) {
    return texts.cell(
        cell.getColumnIndex(),
        cell.getAddress().formatAsString(),
        type,
        cell.getCellStyle().getIndex(),
        value);
  }
}
