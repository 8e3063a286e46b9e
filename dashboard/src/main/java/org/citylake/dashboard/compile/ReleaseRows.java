package org.citylake.dashboard.compile;

import java.util.List;
import java.util.Map;

/**
 * The rows of a release's tables, each read at its pinned snapshot. A table that the release does
 * not have gives no rows.
 *
 * @param tables full table name to rows, column to value
 */
public record ReleaseRows(Map<String, List<Map<String, Object>>> tables) {
  public ReleaseRows {
    tables = Map.copyOf(tables);
  }

  List<Row> rows(String table) {
    return tables.getOrDefault(table, List.of()).stream().map(Row::new).toList();
  }
}
