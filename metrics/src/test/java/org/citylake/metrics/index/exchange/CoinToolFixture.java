package org.citylake.metrics.index.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook laid out as a COIN Tool: four indicators in two pillars, five units, sub-pillars and
 * sub-indexes not used, and the form's placeholders where nothing is used.
 */
final class CoinToolFixture {
  private static final Object[][] INDICATORS = {
    // weight, direction, goalposts, index, sub-index, pillar, sub-pillar, name, code, data
    {1, 1, "n/a", "n/a", "Index", "si.01", "p.01", "sp.01", "Roads", "Ind.01", 1, 2, 3, 4, 5},
    {2, -1, "n/a", "n/a", "Index", "si.01", "p.01", "sp.01", "Delay", "Ind.02", 5, "n/a", 3, 2, 1},
    {1, 1, 0, 50, "Index", "si.01", "p.02", "sp.01", "Patents", "Ind.03", 10, 20, 30, 40, 50},
    {1, 1, "n/a", "n/a", "Index", "si.01", "p.02", "sp.01", "Pupils", "Ind.04", 9, 7, 8, 6, 5},
  };

  private static final Object[][] GROUPS = {
    {"Index", null, 1, null, null, "Test index"},
    {"si.01", null, 1, null, null, "--"},
    {"p.01", null, 1, null, null, "Transport"},
    {"p.02", null, 3, null, null, "Knowledge"},
    {"sp.01", null, 1, null, null, "--"},
    {"Ind.01", null, 1, null, null, "Roads"},
  };

  private CoinToolFixture() {}

  /** A workbook with something changed. */
  static Path write(Path file, Consumer<XSSFWorkbook> change) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      database(book.createSheet("Database"));
      framework(book.createSheet("Framework"));
      change.accept(book);
      book.write(out);
    }
    return file;
  }

  /** Writes a number, a text, nothing, or a formula that begins with {@code =}. */
  static void set(XSSFWorkbook book, String sheet, String address, Object value) {
    CellReference place = new CellReference(address);
    put(book.getSheet(sheet), place.getRow(), place.getCol(), value);
  }

  private static void database(XSSFSheet sheet) {
    for (int i = 0; i < INDICATORS.length; i++) {
      for (int j = 0; j < INDICATORS[i].length; j++) {
        put(sheet, 6 + j, 4 + i, INDICATORS[i][j]);
      }
    }
    // The form's own next column, not used.
    put(sheet, 14, 4 + INDICATORS.length, "--");
    put(sheet, 15, 4 + INDICATORS.length, "Ind.05");
    for (int unit = 0; unit < 5; unit++) {
      put(sheet, 16 + unit, 1, "Unit " + (unit + 1));
      put(sheet, 16 + unit, 2, "U" + (unit + 1));
    }
  }

  private static void framework(XSSFSheet sheet) {
    String[] headings = {"Code", "Level", "Weight", "Parent", "Note", "Dimension/indicator"};
    for (int i = 0; i < headings.length; i++) {
      put(sheet, 3, 2 + i, headings[i]);
    }
    for (int i = 0; i < GROUPS.length; i++) {
      for (int j = 0; j < GROUPS[i].length; j++) {
        put(sheet, 4 + i, 2 + j, GROUPS[i][j]);
      }
    }
  }

  private static void put(
      XSSFSheet sheet, int row, int column, @org.jspecify.annotations.Nullable Object value) {
    XSSFRow line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    XSSFCell cell = line.createCell(column);
    if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof String text && text.startsWith("=")) {
      cell.setCellFormula(text.substring(1));
    } else if (value instanceof String text) {
      cell.setCellValue(text);
    }
  }
}
