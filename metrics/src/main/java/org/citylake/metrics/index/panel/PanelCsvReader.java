package org.citylake.metrics.index.panel;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citylake.core.CityLakeException;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;

/**
 * Reads a panel from a CSV file (UTF-8, a byte-order mark is allowed). Wide: {@code unit,period}
 * and a column per indicator, denominator or group column. Long: {@code
 * unit,period,indicator,value} and, as wished, {@code status}, {@code target}, {@code direction}.
 * The period column may be left out. Empty cells and {@code NA} are missing.
 */
public final class PanelCsvReader {
  private static final String UNIT = "unit";
  private static final String PERIOD = "period";
  private static final Set<String> LONG =
      Set.of(UNIT, PERIOD, "indicator", "value", "status", "target", "direction");

  private final Path file;
  private final PanelVariables variables;
  private final Problems problems = new Problems();

  private PanelCsvReader(Path file, PanelVariables variables) {
    this.file = file;
    this.variables = variables;
  }

  /**
   * Reads a file.
   *
   * @param variables what the edition asks for
   * @return the panel, and the columns of the file that the edition does not use
   * @throws CityLakeException of kind USER when there is no such file; of kind DATA that lists
   *     every problem with its line: text in a number column, a unit twice, an unknown status or
   *     indicator, an indicator that the panel lacks or that has no value at all
   */
  public static PanelFile read(Path file, PanelVariables variables) {
    PanelCsvReader reader = new PanelCsvReader(file, variables);
    return reader.read(CsvFile.read(file, "Cannot read the panel"));
  }

  private PanelFile read(CsvFile csv) {
    List<String> header = csv.header();
    checkHeader(header);
    boolean isLong = header.contains("indicator") && header.contains("value");
    PanelFile read = isLong ? longForm(csv.lines(), header) : wideForm(csv.lines(), header);
    checkComplete(read.panel());
    problems.throwIfAny("Cannot score the panel " + file);
    return read;
  }

  private void checkHeader(List<String> header) {
    if (!header.contains(UNIT)) {
      problem(
          1,
          "column-missing",
          UNIT,
          "The panel needs a column 'unit'" + NearestName.hint(UNIT, header));
    }
    problems.throwIfAny("Cannot score the panel " + file);
  }

  private PanelFile wideForm(List<NamedCsvRecord> lines, List<String> header) {
    PanelBuilder builder = new PanelBuilder(file.toString(), keys(lines, header), problems);
    Set<String> numbers = new TreeSet<>(variables.numbers());
    numbers.retainAll(header);
    Set<String> groups = new TreeSet<>(variables.groups());
    groups.retainAll(header);
    Set<Rows.Key> seen = new java.util.HashSet<>();
    for (NamedCsvRecord line : lines) {
      Rows.Key key = key(line, header);
      int number = (int) line.getStartingLineNumber();
      if (!seen.add(key)) {
        problem(
            number,
            "unit-twice",
            (key.unit() + " " + key.period()).strip(),
            "The panel has this unit twice in the same period");
        continue;
      }
      for (String code : numbers) {
        builder.value(key, code, line.getField(code), "", number);
      }
      for (String group : groups) {
        builder.group(key, group, line.getField(group).strip());
      }
    }
    for (String code : variables.numbers()) {
      if (!header.contains(code)) {
        lacking(code, header);
      }
    }
    List<String> unused =
        header.stream()
            .filter(h -> !h.equals(UNIT) && !h.equals(PERIOD))
            .filter(h -> !numbers.contains(h) && !groups.contains(h))
            .toList();
    return new PanelFile(builder.build(), unused);
  }

  private PanelFile longForm(List<NamedCsvRecord> lines, List<String> header) {
    PanelBuilder builder = new PanelBuilder(file.toString(), keys(lines, header), problems);
    Set<String> known = new TreeSet<>(variables.numbers());
    Set<String> found = new TreeSet<>();
    for (NamedCsvRecord line : lines) {
      Rows.Key key = key(line, header);
      int number = (int) line.getStartingLineNumber();
      String code = line.getField("indicator").strip();
      if (variables.groups().contains(code)) {
        builder.group(key, code, line.getField("value").strip());
      } else if (!known.contains(code)) {
        problem(
            number,
            "unknown-indicator",
            code,
            "The edition has no such indicator" + NearestName.hint(code, known));
      } else {
        found.add(code);
        builder.value(key, code, line.getField("value"), field(line, header, "status"), number);
        builder.target(key, code, field(line, header, "target"), number);
        builder.direction(code, field(line, header, "direction"), number);
      }
    }
    for (String code : variables.numbers()) {
      if (!found.contains(code)) {
        lacking(code, found);
      }
    }
    return new PanelFile(builder.build(), header.stream().filter(h -> !LONG.contains(h)).toList());
  }

  private void lacking(String code, java.util.Collection<String> names) {
    if (variables.complete()) {
      problem(
          0,
          "indicator-missing",
          code,
          "The panel lacks this indicator of the edition" + NearestName.hint(code, names));
    }
  }

  private void checkComplete(Panel panel) {
    if (!variables.complete()) {
      return;
    }
    for (String code : variables.numbers()) {
      Column column = panel.columns().get(code);
      if (column != null && column.present() == 0) {
        problem(
            0,
            "all-missing",
            code,
            "No unit has a value of this indicator; take it out of the edition or of the panel");
      }
    }
  }

  private Rows keys(List<NamedCsvRecord> lines, List<String> header) {
    for (NamedCsvRecord line : lines) {
      if (line.getField(UNIT).isBlank()) {
        problem((int) line.getStartingLineNumber(), "unit-empty", "", "The line names no unit");
      }
    }
    return Rows.of(lines.stream().map(line -> key(line, header)).collect(Collectors.toList()));
  }

  private static Rows.Key key(NamedCsvRecord line, List<String> header) {
    return new Rows.Key(line.getField(UNIT).strip(), field(line, header, PERIOD).strip());
  }

  private static String field(NamedCsvRecord line, List<String> header, String name) {
    return header.contains(name) ? line.getField(name) : "";
  }

  private void problem(int line, String rule, String value, String message) {
    problems.add(file.toString(), line, rule, value, message);
  }

  /**
   * What was read.
   *
   * @param panel the panel
   * @param unused columns of the file that the edition does not use
   */
  public record PanelFile(Panel panel, List<String> unused) {
    public PanelFile {
      unused = List.copyOf(new ArrayList<>(unused));
    }
  }
}
