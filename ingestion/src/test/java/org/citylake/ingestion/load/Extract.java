package org.citylake.ingestion.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.Compression;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;
import org.citylake.core.declaration.SourceDeclaration.HeaderRule;
import org.citylake.core.declaration.SourceDeclaration.Packing;

/**
 * Rows of a source as its agency would write them, to be written in one form or another.
 *
 * @param source the declaration, which says how they are written
 * @param header the column names
 * @param rows the cells
 */
record Extract(SourceDeclaration source, List<String> header, List<List<String>> rows) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads a file of CSV. */
  static Extract of(SourceDeclaration source, Path file) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(source.format().delimiter())
            .ofCsvRecord(file, charset(source.format().encoding()))) {
      List<List<String>> lines = reader.stream().map(CsvRecord::getFields).toList();
      return new Extract(source, lines.get(0), lines.subList(1, lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same rows from one place to another. */
  Extract part(int from, int to) {
    return with(rows.subList(Math.min(from, rows.size()), Math.min(to, rows.size())));
  }

  /** Other rows. */
  Extract with(List<List<String>> other) {
    return new Extract(source, header, List.copyOf(other));
  }

  /** The rows from the last to the first. */
  Extract reversed() {
    List<List<String>> reversed = new ArrayList<>(rows);
    Collections.reverse(reversed);
    return with(reversed);
  }

  /** The rows with one cell changed. */
  Extract changed(int row, int column, String text) {
    List<List<String>> changed = new ArrayList<>(rows);
    List<String> cells = new ArrayList<>(rows.get(row));
    cells.set(column, text);
    changed.set(row, cells);
    return with(changed);
  }

  /** The rows with a contract that agrees on another form. */
  Extract agreed(String type, String encoding, Compression compression, HeaderRule rule) {
    FileFormat was = source.format();
    FileFormat format =
        new FileFormat(
            type,
            encoding,
            was.delimiter(),
            was.missingValues(),
            was.multiline(),
            was.delivery(),
            was.unpivot(),
            new Packing(compression, Optional.empty()),
            rule,
            was.sheet(),
            was.crs(),
            was.width(),
            was.status());
    return new Extract(CleanExtracts.batch(source, format), header, rows);
  }

  /** The columns in the other order. */
  Extract mirrored() {
    return new Extract(source, mirrored(header), rows.stream().map(row -> mirrored(row)).toList());
  }

  private static List<String> mirrored(List<String> cells) {
    List<String> mirrored = new ArrayList<>(cells);
    Collections.reverse(mirrored);
    return mirrored;
  }

  /** The file, in the form that the contract agrees on. */
  byte[] bytes() {
    return switch (source.format().type()) {
      case "jsonl" -> packed(jsonLines());
      case "xlsx" -> workbook();
      default -> packed(csv());
    };
  }

  /** The unpacked lines of CSV. */
  byte[] csv() {
    StringWriter text = new StringWriter();
    try (CsvWriter csv =
        CsvWriter.builder()
            .fieldSeparator(source.format().delimiter())
            .lineDelimiter(LineDelimiter.LF)
            .build(text)) {
      csv.writeRecord(header);
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(charset(source.format().encoding()));
  }

  private byte[] jsonLines() {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (List<String> row : rows) {
      Map<String, String> object = new LinkedHashMap<>();
      for (int i = 0; i < header.size(); i++) {
        object.put(header.get(i), row.get(i));
      }
      try {
        lines.writeBytes(
            JSON.writeValueAsString(object).getBytes(charset(source.format().encoding())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      lines.write('\n');
    }
    return lines.toByteArray();
  }

  private byte[] workbook() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      XSSFSheet sheet = book.createSheet("数据");
      write(sheet, header);
      rows.forEach(row -> write(sheet, row));
      book.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(XSSFSheet sheet, List<String> cells) {
    Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        row.createCell(i).setCellValue(cells.get(i));
      }
    }
  }

  private byte[] packed(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      switch (source.format().packing().compression()) {
        case NONE -> bytes.writeBytes(plain);
        case GZIP -> {
          try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
          }
        }
        case ZIP -> {
          try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("数据.csv"));
            zip.write(plain);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Charset charset(String encoding) {
    return Charset.forName(encoding.startsWith("GB18030") ? "GB18030" : encoding);
  }
}
