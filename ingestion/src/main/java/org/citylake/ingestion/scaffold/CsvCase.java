package org.citylake.ingestion.scaffold;

import java.util.List;
import java.util.stream.Collectors;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;

/** Writes rows as CSV. */
final class CsvCase {
  private CsvCase() {}

  static String write(FileFormat format, List<String> header, List<List<String>> rows) {
    String delimiter = String.valueOf(format.delimiter());
    StringBuilder text = new StringBuilder(line(header, delimiter));
    rows.forEach(row -> text.append(line(row, delimiter)));
    return text.toString();
  }

  private static String line(List<String> cells, String delimiter) {
    return cells.stream()
        .map(
            cell ->
                cell.contains(delimiter) || cell.contains("\"") || cell.contains("\n")
                    ? '"' + cell.replace("\"", "\"\"") + '"'
                    : cell)
        .collect(Collectors.joining(delimiter, "", "\n"));
  }
}
