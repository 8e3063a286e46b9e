package org.citylake.cli.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.citylake.cli.engine.TrinoServer;
import org.citylake.cli.sql.SqlRunner;

/**
 * One start of Trino, in seconds since it began.
 *
 * @param answering until the server says that it has started
 * @param first until {@code SELECT 1} is answered
 * @param table until a table of the release is counted, by the same connection
 */
record SqlStart(double answering, double first, double table) {
  private static final String TABLE = "SELECT count(*) FROM metric.indicator_value";

  /** Starts one, asks it and ends it. */
  static SqlStart of(Supplier<TrinoServer> start) {
    long begun = System.nanoTime();
    try (TrinoServer trino = start.get()) {
      double answering = since(begun);
      try (Connection connection = trino.runner().connection();
          Statement sql = connection.createStatement()) {
        ask(sql, "SELECT 1");
        double first = since(begun);
        ask(sql, TABLE);
        return new SqlStart(answering, first, since(begun));
      }
    } catch (SQLException e) {
      throw SqlRunner.failure(e);
    }
  }

  /** The one in the middle by its first answer. */
  static SqlStart median(List<SqlStart> starts) {
    return starts.stream()
        .sorted(Comparator.comparingDouble(SqlStart::first))
        .toList()
        .get(starts.size() / 2);
  }

  private static void ask(Statement sql, String statement) throws SQLException {
    try (ResultSet rows = sql.executeQuery(statement)) {
      rows.next();
    }
  }

  private static double since(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  String line(String what) {
    return String.format(
        Locale.ROOT,
        "%-16s answers %5.1f s, SELECT 1 %5.1f s, first table %5.1f s",
        what,
        answering,
        first,
        table);
  }

  Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("answering_seconds", Measurement.round(answering));
    object.put("select_1_seconds", Measurement.round(first));
    object.put("table_seconds", Measurement.round(table));
    return object;
  }
}
