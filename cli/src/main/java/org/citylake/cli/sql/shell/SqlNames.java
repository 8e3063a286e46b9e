package org.citylake.cli.sql.shell;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The names that a user may write: those of catalogs, schemas, tables and columns he sees. */
final class SqlNames {
  private static final String TABLES =
      "SELECT table_schema, table_name FROM published.information_schema.tables"
          + " WHERE table_schema <> 'information_schema'";
  private static final String COLUMNS =
      "SELECT DISTINCT column_name FROM published.information_schema.columns"
          + " WHERE table_schema <> 'information_schema'";

  private final Connection connection;
  private TreeSet<String> known = new TreeSet<>();

  SqlNames(Connection connection) {
    this.connection = connection;
  }

  /** All that are known so far. */
  Supplier<TreeSet<String>> known() {
    return () -> known;
  }

  /**
   * Asks Trino, which tells what the user sees. Trino must not be asked by two threads on one
   * connection, so this is done before the first statement.
   */
  void load() throws SQLException {
    TreeSet<String> names = new TreeSet<>();
    column("SHOW CATALOGS").forEach(names::add);
    try (Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(TABLES)) {
      while (rows.next()) {
        names.add(rows.getString(1) + ".");
        names.add(rows.getString(1) + "." + rows.getString(2));
      }
    }
    names.addAll(column(COLUMNS));
    known = names;
  }

  private List<String> column(String statement) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(statement)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
