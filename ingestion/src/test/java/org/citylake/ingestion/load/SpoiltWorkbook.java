package org.citylake.ingestion.load;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * What is done to a workbook: {@code text}, {@code number} and {@code formula} put a value into row
 * and column (from 0), {@code merge} joins a column's rows, {@code rows} keeps so many, {@code
 * hide} hides the sheet, {@code sheet} adds one, {@code password} encrypts it.
 */
final class SpoiltWorkbook {
  private SpoiltWorkbook() {}

  static byte[] make(byte[] good, String what, String rest) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(good))) {
      XSSFSheet sheet = book.getSheetAt(0);
      String[] words = rest.split(" ", 3);
      switch (what) {
        case "text" -> cell(sheet, words).setCellValue(words[2]);
        case "number" -> cell(sheet, words).setCellValue(Double.parseDouble(words[2]));
        case "formula" -> {
          Cell cell = cell(sheet, words);
          cell.setCellFormula(words[2]);
          book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
        }
        case "merge" ->
            sheet.addMergedRegion(
                new CellRangeAddress(
                    Integer.parseInt(words[0]),
                    Integer.parseInt(words[1]),
                    Integer.parseInt(words[2]),
                    Integer.parseInt(words[2])));
        case "rows" -> {
          for (int i = sheet.getLastRowNum(); i >= Integer.parseInt(rest); i--) {
            sheet.removeRow(sheet.getRow(i));
          }
        }
        case "hide" -> {
          book.createSheet("另");
          book.setSheetVisibility(0, SheetVisibility.HIDDEN);
          book.setActiveSheet(1);
          book.setSheetVisibility(1, SheetVisibility.HIDDEN);
        }
        case "sheet" -> book.createSheet("另");
        case "password" -> {
          return encrypted(good);
        }
        default -> throw new IllegalArgumentException(what);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      book.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static Cell cell(XSSFSheet sheet, String[] place) {
    Row row = sheet.getRow(Integer.parseInt(place[0]));
    return row.createCell(Integer.parseInt(place[1]));
  }

  private static byte[] encrypted(byte[] book) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("a password for tests");
      try (OutputStream out = encryptor.getDataStream(files)) {
        out.write(book);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      files.writeFilesystem(bytes);
      return bytes.toByteArray();
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }
}
