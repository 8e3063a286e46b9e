package org.citylake.metrics.index.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.problem.NearestName;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * Reads sheets of an Excel workbook (.xlsx, .xlsm). Of formulas the values that Excel has saved
 * with them are read; nothing is computed.
 *
 * @param file the workbook
 * @param most how many bytes all parts of the workbook may have unpacked
 */
record WorkbookFile(Path file, long most) {
  /** A whole COIN Tool unpacks to some 60 MiB. */
  private static final long MOST = 256L << 20;

  private static final int MOST_PARTS = 10_000;
  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  WorkbookFile(Path file) {
    this(file, MOST);
  }

  /**
   * Reads sheets by their names.
   *
   * @throws CityLakeException of kind USER when there is no such file; of kind DATA when it is no
   *     workbook, has a password, unpacks to more than is allowed or lacks a sheet
   */
  Map<String, SheetCells> sheets(List<String> names) {
    checkFile();
    checkSize();
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true))) {
      List<String> there = workbook.getSheets().map(Sheet::getName).toList();
      Map<String, SheetCells> sheets = new HashMap<>();
      for (String name : names) {
        Sheet sheet =
            workbook
                .findSheet(name)
                .orElseThrow(
                    () ->
                        failure(
                            "it has no sheet '"
                                + name
                                + "'; it has "
                                + there
                                + NearestName.hint(name, there)));
        try (Stream<Row> rows = sheet.openStream()) {
          sheets.put(name, SheetCells.of(name, rows));
        }
      }
      return sheets;
    } catch (IOException
        | ExcelReaderException
        | IllegalStateException
        | IllegalArgumentException
        | IndexOutOfBoundsException e) {
      // What the reader throws at parts that are missing, no XML, or not as the format wants them.
      throw new CityLakeException(
          Kind.DATA, said("it is no well-formed workbook: " + e.getMessage()), e);
    }
  }

  private void checkFile() {
    if (!Files.isRegularFile(file)) {
      throw new CityLakeException(
          Kind.USER, said(Files.isDirectory(file) ? "it is a folder" : "no such file"));
    }
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(OLE2.length);
    } catch (IOException e) {
      throw new UncheckedIOException(said("it cannot be read"), e);
    }
    if (java.util.Arrays.equals(start, OLE2)) {
      throw failure(
          "it has a password or the old format .xls; save it as .xlsx without a password");
    }
    if (start.length < 2 || start[0] != 'P' || start[1] != 'K') {
      throw failure("it is no workbook (.xlsx or .xlsm)");
    }
  }

  /** Unpacks everything once and counts: what the parts say of their own sizes may be wrong. */
  private void checkSize() {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_PARTS) {
        throw failure("it has " + zip.size() + " parts, more than " + MOST_PARTS);
      }
      long size = 0;
      byte[] buffer = new byte[1 << 16];
      for (ZipEntry part : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(part)) {
          int read = in.read(buffer);
          while (read >= 0) {
            size += read;
            if (size > most) {
              throw failure(
                  "it unpacks to more than " + (most >> 20) + " MiB, which no COIN Tool does");
            }
            read = in.read(buffer);
          }
        }
      }
    } catch (ZipException e) {
      throw new CityLakeException(
          Kind.DATA, said("it is no well-formed workbook: " + e.getMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(said("it cannot be read"), e);
    }
  }

  private CityLakeException failure(String reason) {
    return new CityLakeException(Kind.DATA, said(reason));
  }

  private String said(String reason) {
    return "Cannot read the workbook " + file + ": " + reason;
  }
}
