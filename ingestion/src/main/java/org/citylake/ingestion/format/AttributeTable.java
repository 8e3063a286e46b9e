package org.citylake.ingestion.format;

import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFException;
import com.linuxense.javadbf.DBFField;
import com.linuxense.javadbf.DBFReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.record.LineDecoder;
import org.citylake.ingestion.type.BadValueException;
import org.jspecify.annotations.Nullable;

/**
 * The .dbf file of a shapefile (dBASE): the rows of its attributes. Values are the texts that stand
 * in it, so that a number keeps its digits and a wrong value does not stop the file; days are ISO.
 */
final class AttributeTable implements Closeable {
  /** The kinds of columns whose values stand in it as text. */
  private static final Set<DBFDataType> TEXTUAL =
      Set.of(
          DBFDataType.CHARACTER,
          DBFDataType.NUMERIC,
          DBFDataType.FLOATING_POINT,
          DBFDataType.DATE,
          DBFDataType.LOGICAL);

  private final DeliveredFile file;
  private final RawReader reader;
  private final LineDecoder decoder;
  private final List<DBFField> columns = new ArrayList<>();
  private long row;

  /**
   * A row.
   *
   * @param values column's name to text, null for a missing value
   * @param problems why they cannot be taken
   */
  record Row(Map<String, @Nullable String> values, List<Finding> problems) {}

  /** Opens a table, whose texts are encoded so. */
  AttributeTable(DeliveredFile file, InputStream in, String encoding) {
    this.file = file;
    this.decoder = new LineDecoder(encoding);
    try {
      this.reader = new RawReader(in, decoder.charset());
    } catch (DBFException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw damaged(e);
    }
    // The first is the library's own, which says whether the row is deleted.
    for (int i = 1; i < reader.getFieldCount(); i++) {
      DBFField column = reader.getField(i);
      if (!TEXTUAL.contains(column.getType())) {
        throw RefusedFile.because(
            file,
            "the column "
                + column.getName()
                + " of its .dbf is of the kind "
                + column.getType()
                + ", which a shapefile does not have: write it as text, number, day or logical"
                + " value");
      }
      columns.add(column);
    }
  }

  /** Names of the columns in their order. */
  List<String> names() {
    return columns.stream().map(DBFField::getName).toList();
  }

  /**
   * The next row; empty after the last.
   *
   * @throws org.citylake.core.CityLakeException of kind DATA when the file breaks off
   */
  Optional<Row> next() {
    if (row == reader.getRecordCount()) {
      return Optional.empty();
    }
    Object[] raw;
    try {
      raw = reader.nextRecord();
    } catch (DBFException e) {
      throw damaged(e);
    }
    if (raw == null) {
      throw damaged(new EOFException("it ends after " + row + " rows"));
    }
    row++;
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    List<Finding> problems = new ArrayList<>();
    if (Boolean.TRUE.equals(raw[0])) {
      problems.add(
          Finding.error(
              "deleted-row",
              "the .dbf marks the row as deleted and has it all the same: pack the table, send it"
                  + " anew"));
    }
    for (int i = 0; i < columns.size(); i++) {
      DBFField column = columns.get(i);
      values.put(column.getName(), text(column, (byte[]) raw[i + 1], problems));
    }
    return Optional.of(new Row(values, problems));
  }

  @Override
  public void close() {
    reader.close();
  }

  private @Nullable String text(DBFField column, byte[] bytes, List<Finding> problems) {
    String text;
    try {
      text = decoder.decode(filled(bytes));
    } catch (BadValueException e) {
      problems.add(Finding.error("encoding", column.getName() + ": " + e.reason()));
      text = new String(bytes, decoder.charset()).strip();
    }
    return text.isBlank() ? null : written(column.getType(), text);
  }

  private static @Nullable String written(DBFDataType type, String text) {
    return switch (type) {
      case CHARACTER -> text;
      case DATE ->
          text.matches("[0-9]{8}")
              ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6)
              : text;
      case LOGICAL ->
          switch (text) {
            case "T", "t", "Y", "y" -> "true";
            case "F", "f", "N", "n" -> "false";
            case "?" -> null;
            default -> text;
          };
      default -> text.strip();
    };
  }

  /** The bytes before the blanks and zeros that fill the column up. */
  private static byte[] filled(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
      end--;
    }
    return java.util.Arrays.copyOf(bytes, end);
  }

  private RuntimeException damaged(Exception cause) {
    return RefusedFile.because(
        file,
        "its .dbf is no whole dBASE table (" + RefusedFile.reason(cause) + "): send it anew",
        cause);
  }

  /** Gives the bytes of each value: the library's own reading drops numbers' and days' faults. */
  private static final class RawReader extends DBFReader {
    RawReader(InputStream in, Charset charset) {
      // Rows that are marked as deleted are shown, since their geometries are there too.
      super(in, charset, true);
    }

    @Override
    protected Object getFieldValue(DBFField column) throws IOException {
      byte[] bytes = new byte[column.getLength()];
      dataInputStream.readFully(bytes);
      return bytes;
    }
  }
}
