package org.citylake.metrics.export.xlsx;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.metrics.export.CellText;
import org.citylake.metrics.export.ExportTable;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A table as a plain sheet: column names in the first row. Decimals, doubles and whole numbers of
 * at most 15 digits are numbers; everything else is text, as in CSV, and stays text: a cell of a
 * workbook is a formula only when it is written as one. Ids of more digits would lose the last
 * ones, so they are text too.
 */
final class TableSheet {
  private static final int MOST_ROWS = 1_048_576;
  private static final int LONGEST_TEXT = 32_767;
  private static final String CUT = "… (cut; whole in CSV and JSON)";
  private static final long LARGEST = 999_999_999_999_999L;

  private TableSheet() {}

  static void write(Worksheet sheet, ExportTable table) throws IOException {
    for (int c = 0; c < table.columns().size(); c++) {
      sheet.value(0, c, table.columns().get(c).name());
      sheet.style(0, c).bold().fillColor("DDE6EF").set();
    }
    sheet.freezePane(0, 1);
    int row = 1;
    for (Map<String, ?> values : table.rows()) {
      if (row >= MOST_ROWS) {
        throw new CityLakeException(
            Kind.DATA,
            "Cannot export "
                + table.name()
                + " as xlsx: a sheet holds "
                + MOST_ROWS
                + " rows at most; take csv or parquet for it");
      }
      for (int c = 0; c < table.columns().size(); c++) {
        cell(sheet, row, c, values.get(table.columns().get(c).name()));
      }
      row++;
      if (row % 1000 == 0) {
        sheet.flush();
      }
    }
  }

  private static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
    if (value == null) {
      return;
    }
    if (value instanceof Boolean truth) {
      sheet.value(row, column, truth);
    } else if (value instanceof Integer || value instanceof BigDecimal) {
      sheet.value(row, column, (Number) value);
    } else if (value instanceof Double number) {
      // CellText refuses what is not finite.
      CellText.of(number);
      sheet.value(row, column, number);
    } else if (value instanceof Long number && Math.abs(number) <= LARGEST) {
      sheet.value(row, column, number);
    } else {
      sheet.value(row, column, text(CellText.of(value)));
    }
  }

  /** Without the control characters that XML cannot hold, and no longer than a cell can be. */
  static String text(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c >= 0x20 || c == '\t' || c == '\n' || c == '\r')
        .filter(c -> c < 0xD800 || c > 0xDFFF)
        .filter(c -> c != 0xFFFE && c != 0xFFFF)
        .forEach(kept::appendCodePoint);
    return kept.length() > LONGEST_TEXT
        ? kept.substring(0, LONGEST_TEXT - CUT.length()) + CUT
        : kept.toString();
  }
}
