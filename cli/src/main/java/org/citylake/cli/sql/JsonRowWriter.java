package org.citylake.cli.sql;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.json.Json;
import org.jspecify.annotations.Nullable;

/** One JSON object a line, its keys the columns' names. */
final class JsonRowWriter implements RowWriter {
  private final PrintWriter out;
  private List<String> columns = List.of();

  JsonRowWriter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> names) {
    columns = List.copyOf(names);
  }

  @Override
  public void row(List<@Nullable Object> values) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      object.put(columns.get(i), values.get(i));
    }
    out.print(Json.line(object) + "\n");
  }

  @Override
  public void end() {
    out.flush();
  }
}
