package org.citylake.ingestion.scaffold;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;

/**
 * Writes rows as a workbook that lies as the sample does: a title with the unit, the header of one
 * or two rows, numbers and days as such, and a row of a total where the sample has some. It is a
 * new workbook, since titles, notes and hidden parts of the sample may name persons.
 */
final class SheetCase {
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,10})?");

  private final FileFormat format;
  private final Sheet sheet;
  private final CellStyle day;
  private final List<ColumnGuess> columns;

  private SheetCase(FileFormat format, Workbook workbook, List<ColumnGuess> columns) {
    this.format = format;
    this.sheet = workbook.createSheet(sheetName(format.sheet().sheet()));
    this.columns = columns;
    this.day = workbook.createCellStyle();
    this.day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
  }

  static byte[] write(
      FileFormat format,
      Optional<String> unit,
      List<ColumnGuess> columns,
      List<List<String>> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook =
        format.type().equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
      new SheetCase(format, workbook, columns).write(unit, rows);
      workbook.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  private void write(Optional<String> unit, List<List<String>> rows) {
    unit.ifPresent(u -> next().createCell(0).setCellValue("样例（单位：" + u + "）"));
    if (format.sheet().headerRows() == 2) {
      twoRows(columns.stream().map(ColumnGuess::header).toList());
    } else {
      Row header = next();
      for (int i = 0; i < columns.size(); i++) {
        header.createCell(i).setCellValue(columns.get(i).header());
      }
    }
    for (List<String> texts : rows) {
      Row row = next();
      for (int i = 0; i < texts.size(); i++) {
        if (!texts.get(i).isEmpty()) {
          fill(row.createCell(i), columns.get(i), texts.get(i));
        }
      }
    }
    if (format.sheet().skipRows().stream().anyMatch(p -> p.matcher("合计").lookingAt())) {
      next().createCell(0).setCellValue("合计");
    }
  }

  private Row next() {
    return sheet.createRow(sheet.getPhysicalNumberOfRows());
  }

  /** Names of one part are merged down, those with the same first part across. */
  private void twoRows(List<String> names) {
    Row upper = next();
    Row lower = next();
    int from = 0;
    for (int i = 0; i < names.size(); i++) {
      int slash = names.get(i).indexOf('/');
      String above = slash < 0 ? names.get(i) : names.get(i).substring(0, slash);
      boolean goesOn =
          slash > 0 && i + 1 < names.size() && names.get(i + 1).startsWith(above + "/");
      if (slash > 0) {
        lower.createCell(i).setCellValue(names.get(i).substring(slash + 1));
      }
      if (!goesOn) {
        upper.createCell(from).setCellValue(above);
        merge(upper.getRowNum(), slash < 0 ? lower.getRowNum() : upper.getRowNum(), from, i);
        from = i + 1;
      }
    }
  }

  private void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    if (lastRow > firstRow || lastColumn > firstColumn) {
      sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
    }
  }

  private void fill(Cell cell, ColumnGuess column, String text) {
    Optional<LocalDate> date = column.type().equals("date") ? date(text) : Optional.empty();
    boolean number = column.type().equals("int") || column.type().startsWith("decimal");
    if (number && NUMBER.matcher(text).matches()) {
      cell.setCellValue(Double.parseDouble(text));
    } else if (date.isPresent()) {
      cell.setCellValue(date.get());
      cell.setCellStyle(day);
    } else {
      cell.setCellValue(text);
    }
  }

  /** A day that a spreadsheet can hold. */
  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 1900);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The first name that a glob of alternatives has. */
  private static String sheetName(Optional<String> glob) {
    String name = glob.orElse("样例");
    return name.startsWith("{") ? name.substring(1, name.indexOf(',')) : name;
  }
}
