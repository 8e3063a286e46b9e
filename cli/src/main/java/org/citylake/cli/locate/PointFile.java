package org.citylake.cli.locate;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.packing.UnpackedFile;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.ShownText;

/**
 * Points of a CSV file with the columns {@code id}, {@code longitude} and {@code latitude} among
 * others, plain or packed by gzip, read in parts.
 *
 * <p>Each byte is read as a character (ISO 8859-1), and written so again: ids keep their bytes in
 * UTF-8 and in GB 18030 alike.
 */
final class PointFile implements AutoCloseable {
  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";
  private static final String WHAT = "Cannot read the points ";
  private static final int PART = 8192;

  private final Path file;
  private final CloseableIterator<CsvRecord> records;
  private final int columns;
  private final int id;
  private final int longitude;
  private final int latitude;

  private PointFile(Path file, CloseableIterator<CsvRecord> records) {
    this.file = file;
    this.records = records;
    List<String> header = new ArrayList<>();
    if (hasNext()) {
      records
          .next()
          .getFields()
          .forEach(name -> header.add(name.strip().toLowerCase(java.util.Locale.ROOT)));
    }
    if (!header.isEmpty() && header.get(0).startsWith(BYTE_ORDER_MARK)) {
      // A quote after the mark was no quote to the reader.
      header.set(0, header.get(0).substring(BYTE_ORDER_MARK.length()).replace("\"", ""));
    }
    this.columns = header.size();
    this.id = column(header, "id");
    this.longitude = column(header, "longitude");
    this.latitude = column(header, "latitude");
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws CityLakeException of kind USER when there is no such file; of kind DATA when a column
   *     is missing or there twice
   */
  static PointFile open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CityLakeException(
          Kind.USER,
          WHAT + file + ": " + (Files.isDirectory(file) ? "it is a folder" : "no such file"));
    }
    try {
      CsvReader<CsvRecord> reader =
          CsvReader.builder()
              .allowExtraFields(true)
              .allowMissingFields(true)
              .ofCsvRecord(
                  new InputStreamReader(UnpackedFile.open(file), StandardCharsets.ISO_8859_1));
      CloseableIterator<CsvRecord> records = reader.iterator();
      try {
        return new PointFile(file, records);
      } catch (RuntimeException e) {
        records.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(WHAT + file, e);
    }
  }

  /** The next points, at most 8192; none at the end. */
  List<PointRecord> next() {
    List<PointRecord> points = new ArrayList<>(PART);
    while (points.size() < PART && hasNext()) {
      points.add(point(records.next()));
    }
    return points;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  private PointRecord point(CsvRecord csv) {
    PointRecord point =
        new PointRecord(
            csv.getStartingLineNumber(),
            field(csv, id),
            field(csv, longitude),
            field(csv, latitude));
    boolean severalLines =
        point.id().indexOf('\n') >= 0
            || point.longitude().indexOf('\n') >= 0
            || point.latitude().indexOf('\n') >= 0
            || (csv.getFieldCount() != columns
                && csv.getFields().stream().anyMatch(text -> text.indexOf('\n') >= 0));
    if (severalLines) {
      throw new CityLakeException(
          Kind.DATA,
          WHAT
              + file
              + ": a quote is opened at line "
              + point.line()
              + " and closed lines later or never: double quotes inside values");
    }
    return point;
  }

  private static String field(CsvRecord csv, int column) {
    return column < csv.getFieldCount() ? csv.getField(column) : "";
  }

  private int column(List<String> header, String name) {
    int first = header.indexOf(name);
    if (first < 0) {
      throw new CityLakeException(
          Kind.DATA,
          WHAT
              + file
              + ": it has no column '"
              + name
              + "', its first line is '"
              + ShownText.of(String.join(",", header))
              + "'"
              + NearestName.hint(name, header)
              + "; write id,longitude,latitude, separated by commas");
    }
    if (header.lastIndexOf(name) != first) {
      throw new CityLakeException(
          Kind.DATA, WHAT + file + ": it has the column '" + name + "' twice");
    }
    return first;
  }

  private boolean hasNext() {
    try {
      return records.hasNext();
    } catch (CsvParseException e) {
      throw new CityLakeException(
          Kind.DATA, WHAT + file + ": it is no well-formed CSV: " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw new UncheckedIOException(WHAT + file, e.getCause());
    }
  }
}
