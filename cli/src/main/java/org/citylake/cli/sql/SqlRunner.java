package org.citylake.cli.sql;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on a Trino and writes their rows while they arrive.
 *
 * @param jdbc Trino's address; its catalog is the newest release
 * @param login by whom
 * @param namespacePrefix of another release; it is read in Trino's catalog {@code release}
 */
public record SqlRunner(String jdbc, SqlLogin login, Optional<String> namespacePrefix) {
  /** Trino's codes below this are the user's errors (io.trino.spi.StandardErrorCode). */
  private static final int FIRST_FOREIGN_CODE = 0x10000;

  /**
   * Runs one statement.
   *
   * @throws CityLakeException of kind USER when the statement is wrong, EXTERNAL when Trino failed
   */
  public void run(String statement, RowFormat format, PrintWriter out) {
    run(statement, format.writer(out));
  }

  /** Runs one statement and writes one JSON object: {@code columns} and {@code rows}. */
  public void runAsObject(String statement, PrintWriter out) {
    run(statement, new ResultRowWriter(out));
  }

  private void run(String statement, RowWriter writer) {
    try (Connection connection = connection();
        Statement sql = connection.createStatement()) {
      run(sql, statement, writer);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Runs a statement on a connection that is kept. */
  public static void run(Statement sql, String statement, RowFormat format, PrintWriter out)
      throws SQLException {
    run(sql, statement, format.writer(out));
  }

  private static void run(Statement sql, String statement, RowWriter writer) throws SQLException {
    if (sql.execute(statement.strip().replaceAll(";+$", ""))) {
      write(sql.getResultSet(), writer);
    } else {
      writer.columns(List.of("rows"));
      writer.row(List.of(sql.getLargeUpdateCount()));
    }
    writer.end();
  }

  /** The names that a statement gives in its first column, each with the number of its second. */
  public Map<String, Long> numbers(String statement) {
    Map<String, Long> numbers = new LinkedHashMap<>();
    try (Connection connection = connection();
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(statement)) {
      while (rows.next()) {
        numbers.put(rows.getString(1), rows.getLong(2));
      }
      return numbers;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** A connection, whose catalog is the newest release or the one asked for. */
  public Connection connection() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", login.user());
    properties.setProperty("password", login.secret());
    properties.setProperty("source", "citylake");
    Connection connection = DriverManager.getConnection(jdbc, properties);
    if (namespacePrefix.isPresent()) {
      connection.setCatalog("release");
      connection.setSchema(namespacePrefix.get() + "city");
    }
    return connection;
  }

  private static void write(ResultSet rows, RowWriter writer) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnLabel(i));
    }
    writer.columns(names);
    while (rows.next()) {
      List<@Nullable Object> values = new ArrayList<>();
      for (int i = 1; i <= names.size(); i++) {
        values.add(SqlValue.of(rows.getObject(i)));
      }
      writer.row(values);
    }
  }

  /** Tells who has to act on what Trino says. */
  public static CityLakeException failure(SQLException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("Authentication failed")) {
      return new CityLakeException(Kind.USER, message, e);
    }
    boolean user = e.getErrorCode() > 0 && e.getErrorCode() < FIRST_FOREIGN_CODE;
    return new CityLakeException(
        user ? Kind.USER : Kind.EXTERNAL, "Trino refused the statement: " + message, e);
  }
}
