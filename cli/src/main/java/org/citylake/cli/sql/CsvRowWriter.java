package org.citylake.cli.sql;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Comma-separated values by RFC 4180, lines ended by a line feed. */
final class CsvRowWriter implements RowWriter {
  private final PrintWriter out;

  CsvRowWriter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> names) {
    out.print(names.stream().map(CsvRowWriter::field).collect(Collectors.joining(",")) + "\n");
  }

  @Override
  public void row(List<@Nullable Object> values) {
    out.print(
        values.stream().map(v -> field(SqlValue.text(v))).collect(Collectors.joining(",")) + "\n");
  }

  @Override
  public void end() {
    out.flush();
  }

  private static String field(String text) {
    boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
