package org.citylake.ingestion.scaffold;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * A sample of what an agency sends, as CSV.
 *
 * @param encoding UTF-8 where all bytes are, else GB18030-2022
 * @param delimiter comma, semicolon, tab or bar: the one that the header has most of
 * @param multiline whether a quoted value holds a line break
 * @param header the column names
 * @param rows at most {@value #MOST_ROWS}, each as long as the header
 * @param ragged number of rows that are longer or shorter, and were left out
 */
public record SampleFile(
    String encoding,
    char delimiter,
    boolean multiline,
    List<String> header,
    List<List<String>> rows,
    int ragged) {
  static final int MOST_ROWS = 10_000;
  private static final long MOST_BYTES = 64L << 20;
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  public SampleFile {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /**
   * Reads a sample.
   *
   * @throws CityLakeException of kind USER when there is none, it is empty, too large to be one, or
   *     no CSV
   */
  public static SampleFile read(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) == 0) {
        throw new CityLakeException(Kind.USER, "Cannot find a sample in " + file);
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new CityLakeException(
            Kind.USER, file + " is larger than 64 MiB: give a part of it, such as head -n 10000");
      }
      byte[] bytes = Files.readAllBytes(file);
      String encoding = encoding(bytes);
      String text =
          new String(
              bytes,
              encoding.equals("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName("GB18030"));
      if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
        text = text.substring(1);
      }
      return parse(encoding, text);
    } catch (IOException e) {
      throw new CityLakeException(Kind.USER, "Cannot read " + file + ": " + e, e);
    } catch (CsvParseException e) {
      throw new CityLakeException(Kind.USER, file + " is no CSV by RFC 4180: " + e.getMessage(), e);
    }
  }

  private static String encoding(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return "UTF-8";
    } catch (CharacterCodingException e) {
      // Agencies send one or the other; whether it is really GB18030 shows when it is read.
      return "GB18030-2022";
    }
  }

  private static SampleFile parse(String encoding, String text) throws IOException {
    int end = text.indexOf('\n');
    char delimiter = delimiter(end < 0 ? text : text.substring(0, end));
    List<List<String>> rows = new ArrayList<>();
    boolean multiline = false;
    int ragged = 0;
    List<String> header;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text)) {
      var records = csv.iterator();
      header = records.next().getFields();
      while (records.hasNext() && rows.size() < MOST_ROWS) {
        List<String> row = records.next().getFields();
        if (row.size() == header.size()) {
          rows.add(row);
          multiline |= row.stream().anyMatch(cell -> cell.indexOf('\n') >= 0);
        } else {
          ragged++;
        }
      }
    }
    Set<String> names = new HashSet<>(header);
    if (names.size() < header.size() || names.contains("") || rows.isEmpty()) {
      throw new CityLakeException(
          Kind.USER,
          "The sample needs a first line with a name for every column, each once, and a row below;"
              + " read were "
              + header);
    }
    return new SampleFile(encoding, delimiter, multiline, header, rows, ragged);
  }

  private static char delimiter(String header) {
    char best = ',';
    long most = 0;
    for (char candidate : DELIMITERS) {
      long count = header.chars().filter(c -> c == candidate).count();
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }

  /** The values of a column, blanks around them taken away. */
  List<String> column(int index) {
    return rows.stream().map(row -> row.get(index).strip()).toList();
  }
}
