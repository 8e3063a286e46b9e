package org.citylake.metrics.index.exchange;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.CsvFile;

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
   * @param number 1-based line in the file; 0 of a line that is made of cells of a workbook
   * @param place where the workbook has it, such as Database!F16; empty in a file of lines
   * @param cells text by column
   */
  public record Line(int number, String place, Map<String, String> cells) {
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
   * @throws org.citylake.core.CityLakeException of kind USER when there is no such file, of kind
   *     DATA when it is no CSV in UTF-8, has no line or a column twice
   */
  public static CoinrTable read(Path file) {
    CsvFile csv = CsvFile.read(file, "Cannot read");
    List<Line> lines = new ArrayList<>();
    for (NamedCsvRecord line : csv.lines()) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (int i = 0; i < csv.header().size(); i++) {
        cells.put(csv.header().get(i).strip(), line.getField(i));
      }
      lines.add(new Line((int) line.getStartingLineNumber(), "", cells));
    }
    return new CoinrTable(
        file.toString(), csv.header().stream().map(String::strip).toList(), lines);
  }

  /** Adds a problem at a line's place. */
  void problem(Line line, Problems problems, String rule, String value, String message) {
    String file = line.place().isEmpty() ? name : name + " " + line.place();
    problems.add(file, line.number(), rule, value, message);
  }

  /** Whether it has the column. */
  boolean has(String column) {
    return header.contains(column);
  }
}
