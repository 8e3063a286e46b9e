package org.citylake.cli.schedule;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Slots and what became of them as rows of the tables {@code delivery} and {@code audit}. */
final class SlotRows {
  /** The columns of {@code delivery} in the order of {@link #select}. */
  static final String COLUMNS =
      "export, slot, destination, state, release, attempts, next_attempt, message, updated";

  private SlotRows() {}

  /**
   * Writes a row and, unless it was there and was left alone, what happened.
   *
   * @param insert the statement up to the columns
   */
  static void put(Connection connection, SlotDelivery delivery, String insert) throws SQLException {
    try (PreparedStatement row =
            connection.prepareStatement(
                insert + " (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        PreparedStatement audit =
            connection.prepareStatement(
                "INSERT INTO audit (export, slot, destination, state, release, attempts, at,"
                    + " message) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (PreparedStatement statement : List.of(row, audit)) {
        statement.setString(1, delivery.export());
        statement.setLong(2, delivery.slot().getEpochSecond());
        statement.setString(3, delivery.destination());
        statement.setString(4, delivery.state().text());
        statement.setString(5, delivery.release());
        statement.setInt(6, delivery.attempts());
      }
      row.setLong(7, delivery.nextAttempt().getEpochSecond());
      row.setString(8, delivery.message());
      row.setLong(9, delivery.updated().getEpochSecond());
      audit.setLong(7, delivery.updated().getEpochSecond());
      audit.setString(8, delivery.message());
      if (row.executeUpdate() > 0) {
        audit.executeUpdate();
      }
    }
  }

  /** Reads the rows of a query that gives the nine columns in their order. */
  static List<SlotDelivery> select(Connection connection, String sql) throws SQLException {
    List<SlotDelivery> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(
            new SlotDelivery(
                rows.getString(1),
                Instant.ofEpochSecond(rows.getLong(2)),
                rows.getString(3),
                SlotState.of(rows.getString(4)),
                rows.getString(5),
                rows.getInt(6),
                Instant.ofEpochSecond(rows.getLong(7)),
                rows.getString(8),
                Instant.ofEpochSecond(rows.getLong(9))));
      }
    }
    return found;
  }
}
