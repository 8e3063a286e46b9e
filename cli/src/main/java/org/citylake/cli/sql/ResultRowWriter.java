package org.citylake.cli.sql;

import java.io.PrintWriter;
import java.util.List;
import org.citylake.core.json.Json;
import org.jspecify.annotations.Nullable;

/** The command's object on one line, written while rows arrive: columns, and rows as lists. */
final class ResultRowWriter implements RowWriter {
  private final PrintWriter out;
  private String separator = "";

  ResultRowWriter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> names) {
    out.print("{\"columns\":" + Json.line(names) + ",\"rows\":[");
  }

  @Override
  public void row(List<@Nullable Object> values) {
    out.print(separator + Json.line(values));
    separator = ",";
  }

  @Override
  public void end() {
    out.print("]}\n");
    out.flush();
  }
}
