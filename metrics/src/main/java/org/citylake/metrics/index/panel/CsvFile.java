package org.citylake.metrics.index.panel;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.problem.Problems;

/**
 * A CSV file of a person's: UTF-8, a byte-order mark is allowed, every line as long as the header,
 * every column once.
 *
 * @param header the columns
 * @param lines the lines of data, at least one
 */
public record CsvFile(List<String> header, List<NamedCsvRecord> lines) {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  public CsvFile {
    header = List.copyOf(header);
    lines = List.copyOf(lines);
  }

  /**
   * Reads a file.
   *
   * @param what how messages begin, such as "Cannot read the panel"
   * @throws CityLakeException of kind USER when there is no such file; of kind DATA when it is no
   *     CSV, is not UTF-8, has no line of data or a column twice
   */
  public static CsvFile read(Path file, String what) {
    if (!Files.isRegularFile(file)) {
      throw new CityLakeException(
          Kind.USER,
          what + " " + file + ": " + (Files.isDirectory(file) ? "it is a folder" : "no such file"));
    }
    List<NamedCsvRecord> lines = new ArrayList<>();
    // A decoder that does not replace what is no UTF-8, unlike that of the CSV reader.
    try (BufferedReader text = Files.newBufferedReader(file);
        CsvReader<NamedCsvRecord> csv =
            CsvReader.builder()
                .allowExtraFields(false)
                .allowMissingFields(false)
                .build(
                    NamedCsvRecordHandler.of(handler -> handler.allowDuplicateHeaderFields(true)),
                    withoutMark(text))) {
      csv.forEach(lines::add);
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw failure(file, what, e);
    }
    if (lines.isEmpty()) {
      throw new CityLakeException(Kind.DATA, what + " " + file + ": it has no line of data");
    }
    List<String> header = lines.get(0).getHeader();
    checkHeader(file, what, header);
    return new CsvFile(header, lines);
  }

  private static BufferedReader withoutMark(BufferedReader text) throws IOException {
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  private static void checkHeader(Path file, String what, List<String> header) {
    Problems problems = new Problems();
    Set<String> seen = new TreeSet<>();
    for (String name : header) {
      if (!name.isBlank() && !seen.add(name.strip())) {
        problems.add(file.toString(), 1, "column-twice", name, "The header has this column twice");
      }
    }
    problems.throwIfAny(what + " " + file);
  }

  /** What kept the file from being read; the reader hides it behind exceptions of its own. */
  private static RuntimeException failure(Path file, String what, Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null && !(cause instanceof CharacterCodingException)) {
      cause = cause.getCause();
    }
    if (cause instanceof CharacterCodingException) {
      return new CityLakeException(Kind.DATA, what + " " + file + ": it is not UTF-8 text", e);
    }
    if (cause instanceof IOException io) {
      return new UncheckedIOException(what + " " + file, io);
    }
    String place = e == cause ? "" : e.getMessage() + ": ";
    return new CityLakeException(
        Kind.DATA,
        what + " " + file + ": it is no well-formed CSV: " + place + cause.getMessage(),
        e);
  }
}
