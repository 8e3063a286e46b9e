package org.citylake.metrics.index.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * A table as texts: what R writes as CSV, or a sheet of a workbook.
 *
 * @param name where it is from, for messages
 * @param header its columns
 * @param lines its lines
 */
public record CoinrTable(String name, List<String> header, List<Line> lines) {
  private static final Set<String> MISSING = Set.of("", "NA", "NaN", "N/A", "NULL");

  public CoinrTable {
    header = List.copyOf(header);
    lines = List.copyOf(lines);
  }

  /**
   * A line of the table.
   *
   * @param number 1-based line in the file
   * @param cells text by column
   */
  public record Line(int number, Map<String, String> cells) {
    public Line {
      cells = Map.copyOf(cells);
    }

    /** The cell's text without space around it; empty where it is missing. */
    public Optional<String> find(String column) {
      String text = cells.getOrDefault(column, "").strip();
      return MISSING.contains(text) ? Optional.empty() : Optional.of(text);
    }
  }

  /**
   * Reads a CSV file.
   *
   * @throws CityLakeException of kind USER when there is no such file, of kind DATA when it is no
   *     CSV or has no line
   */
  public static CoinrTable read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CityLakeException(Kind.USER, "Cannot read " + file + ": no such file");
    }
    List<Line> lines = new ArrayList<>();
    List<String> header = List.of();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      for (NamedCsvRecord line : csv) {
        header = line.getHeader();
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
          if (i < line.getFields().size()) {
            cells.put(header.get(i).strip(), line.getField(i));
          }
        }
        lines.add(new Line((int) line.getStartingLineNumber(), cells));
      }
    } catch (CsvParseException e) {
      throw new CityLakeException(
          Kind.DATA, "Cannot read " + file + ": it is no well-formed CSV: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    if (lines.isEmpty()) {
      throw new CityLakeException(Kind.DATA, "Cannot use " + file + ": it has no line of data");
    }
    return new CoinrTable(
        file.toString(), header.stream().map(String::strip).toList(), lines);
  }

  /** Whether it has the column. */
  boolean has(String column) {
    return header.contains(column);
  }
}
