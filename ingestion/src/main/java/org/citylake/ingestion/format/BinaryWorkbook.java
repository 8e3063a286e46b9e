package org.citylake.ingestion.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.SheetVisibility;

/**
 * A delivered .xls workbook (MS-XLS, of Excel 97 to 2003). It stands in memory whole: a sheet of it
 * has at most 65,536 rows.
 */
final class BinaryWorkbook implements Workbook {
  private final DeliveredFile file;
  private final HSSFWorkbook workbook;
  private final CellTexts texts;

  private BinaryWorkbook(DeliveredFile file, HSSFWorkbook workbook) {
    this.file = file;
    this.workbook = workbook;
    this.texts =
        new CellTexts(this::showsDay, workbook.getInternalWorkbook().isUsing1904DateWindowing());
  }

  /** Opens a workbook, after which the channel is closed. */
  static Workbook open(DeliveredFile file, SeekableByteChannel channel) {
    requireCompoundFile(file, channel);
    try {
      return new BinaryWorkbook(
          file, new HSSFWorkbook(new POIFSFileSystem(Channels.newInputStream(channel))));
    } catch (EncryptedDocumentException e) {
      throw RefusedFile.because(
          file, "it is a workbook with a password: save it without one and send it anew", e);
    } catch (OldExcelFormatException e) {
      throw RefusedFile.because(
          file, "it is a workbook of Excel 95 or before: save it as .xls of Excel 97 or later", e);
    } catch (IOException | RuntimeException e) {
      // The library fails in many ways on records that are cut or altered.
      throw damaged(file, e);
    }
  }

  @Override
  public DeliveredFile file() {
    return file;
  }

  @Override
  public List<Sheet> sheets() {
    List<Sheet> sheets = new ArrayList<>();
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      sheets.add(
          new Sheet(
              workbook.getSheetName(i),
              Integer.toString(i),
              workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE));
    }
    return sheets;
  }

  @Override
  public SheetRows rows(Sheet sheet) {
    return new BinarySheetRows(workbook.getSheetAt(Integer.parseInt(sheet.id())), texts);
  }

  @Override
  public void close() {
    try {
      workbook.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close " + file.file(), e);
    }
  }

  private boolean showsDay(int style) {
    HSSFCellStyle found = workbook.getCellStyleAt(style);
    return CellTexts.showsDay(found.getDataFormat(), found.getDataFormatString());
  }

  private static void requireCompoundFile(DeliveredFile file, SeekableByteChannel channel) {
    try {
      if (!CompoundFile.is(channel)) {
        throw RefusedFile.because(
            file,
            "it is no .xls workbook, whatever its name says: save it as .xls, or say in the"
                + " contract's format what is sent");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.file(), e);
    }
  }

  private static RuntimeException damaged(DeliveredFile file, Exception cause) {
    return RefusedFile.because(
        file,
        "it is no whole .xls workbook ("
            + RefusedFile.reason(cause)
            + "): save it as .xls and send it anew",
        cause);
  }
}
