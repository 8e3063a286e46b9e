package org.citylake.cli.link;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with a header: UTF-8 with or without a byte-order mark, else GB18030; parted by the
 * one of comma, semicolon, tab and bar that stands most often in the header.
 */
final class CsvLinkInput implements LinkInput {
  private static final int BUFFER = 1 << 16;
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final Path file;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final List<String> columns;

  private CsvLinkInput(Path file, CsvReader<CsvRecord> reader) {
    this.file = file;
    this.reader = reader;
    this.records = reader.iterator();
    if (!records.hasNext()) {
      throw new CityLakeException(Kind.DATA, "Cannot read " + file + ": the file is empty");
    }
    this.columns = records.next().getFields().stream().map(String::strip).toList();
  }

  static LinkInput open(Path file) {
    try {
      Charset charset = isUtf8(file) ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
      CsvReader<CsvRecord> reader =
          CsvReader.builder()
              .fieldSeparator(separator(file, charset))
              .ofCsvRecord(new InputStreamReader(bytes(file), charset));
      return new CsvLinkInput(file, reader);
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (CsvParseException e) {
      throw new CityLakeException(
          Kind.DATA, "Cannot read " + file + " as CSV: " + e.getMessage(), e);
    }
  }

  private static UncheckedIOException unreadable(Path file, IOException e) {
    return new UncheckedIOException("Cannot read " + file, e);
  }

  private static InputStream bytes(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    boolean packed = file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".gz");
    InputStream plain =
        packed ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
    PushbackInputStream marked = new PushbackInputStream(plain, MARK.length);
    byte[] start = marked.readNBytes(MARK.length);
    if (!java.util.Arrays.equals(start, MARK)) {
      marked.unread(start);
    }
    return marked;
  }

  private static boolean isUtf8(Path file) throws IOException {
    char[] buffer = new char[BUFFER];
    try (Reader strict =
        new InputStreamReader(
            bytes(file),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT))) {
      while (strict.read(buffer) >= 0) {
        // Only whether it can be decoded counts.
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static char separator(Path file, Charset charset) throws IOException {
    try (Reader start = new InputStreamReader(bytes(file), charset)) {
      int[] counts = new int[128];
      boolean quoted = false;
      for (int c = start.read(); c >= 0 && (quoted || c != '\n'); c = start.read()) {
        quoted ^= c == '"';
        if (!quoted && c < counts.length) {
          counts[c]++;
        }
      }
      char best = ',';
      for (char c : new char[] {';', '\t', '|'}) {
        best = counts[c] > counts[best] ? c : best;
      }
      return best;
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public void forEach(Consumer<@Nullable String[]> taker) {
    try {
      while (records.hasNext()) {
        CsvRecord record = records.next();
        int given = record.getFieldCount();
        if (given > columns.size()) {
          throw new CityLakeException(
              Kind.DATA,
              "Cannot read "
                  + file
                  + ": line "
                  + record.getStartingLineNumber()
                  + " has "
                  + given
                  + " values for "
                  + columns.size()
                  + " columns");
        }
        @Nullable String[] values = new @Nullable String[columns.size()];
        for (int c = 0; c < given; c++) {
          values[c] = LinkInput.trimmed(record.getField(c));
        }
        taker.accept(values);
      }
    } catch (CsvParseException e) {
      throw new CityLakeException(
          Kind.DATA, "Cannot read " + file + " as CSV: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }
}
