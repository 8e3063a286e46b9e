package org.citylake.ingestion.connector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.ConnectorDeclaration;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.load.LoadResult;

/**
 * Fetches the waiting batches of an agency's exchange schema (前置库), one delivery a batch, in the
 * batches' order. When a batch is loaded its rows are marked as taken and the receipt is written,
 * both or neither.
 */
final class ExchangeConnector implements Connector {
  private final SourceDeclaration source;
  private final ConnectorDeclaration.Jdbc database;
  private final ConnectorDeclaration.Exchange exchange;
  private final Drivers drivers;
  private final Clock clock;

  ExchangeConnector(
      SourceDeclaration source,
      ConnectorDeclaration.Jdbc database,
      ConnectorDeclaration.Exchange exchange,
      Drivers drivers,
      Clock clock) {
    this.source = source;
    this.database = database;
    this.exchange = exchange;
    this.drivers = drivers;
    this.clock = clock;
  }

  @Override
  public void pull(Optional<String> position, Path folder, Receiver receiver) throws IOException {
    try (Connection connection = drivers.connect(database)) {
      connection.setAutoCommit(false);
      DatabaseTable table = new DatabaseTable(connection, source);
      for (Object batch : waiting(table)) {
        Path file =
            folder.resolve(
                source.id() + "-" + batch.toString().replaceAll("[^0-9A-Za-z_.-]", "_") + ".csv");
        long rows = fetch(table, batch, file);
        connection.rollback();
        LoadResult load = receiver.receive(new Fetched(file, Optional.empty(), Optional.empty()));
        Files.deleteIfExists(file);
        confirm(connection, table, batch, rows, load);
      }
    } catch (SQLException e) {
      throw JdbcConnector.failed(database, e);
    }
  }

  private List<Object> waiting(DatabaseTable table) throws SQLException {
    String batch = table.quoted(exchange.batch());
    List<Object> batches = new ArrayList<>();
    try (PreparedStatement select =
            table.prepare(
                "SELECT DISTINCT " + batch + from(table) + " ORDER BY " + batch,
                exchange.pending());
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        Object number = rows.getObject(1);
        if (number == null) {
          throw new SQLException("rows wait that have no batch number in " + exchange.batch());
        }
        batches.add(number);
      }
    }
    return batches;
  }

  private long fetch(DatabaseTable table, Object batch, Path file)
      throws SQLException, IOException {
    String sql =
        "SELECT "
            + table.columns()
            + from(table)
            + " AND "
            + table.quoted(exchange.batch())
            + " = ?";
    try (PreparedStatement select = table.prepare(sql, exchange.pending(), batch)) {
      return table.write(select, file, nothing -> {});
    }
  }

  private String from(DatabaseTable table) {
    return " FROM "
        + table.quoted(database.table())
        + " WHERE "
        + table.quoted(exchange.flag())
        + " = ?";
  }

  private void confirm(
      Connection connection, DatabaseTable table, Object batch, long rows, LoadResult load)
      throws SQLException {
    String flag = table.quoted(exchange.flag());
    String sql =
        "UPDATE "
            + table.quoted(database.table())
            + " SET "
            + flag
            + " = ? WHERE "
            + flag
            + " = ? AND "
            + table.quoted(exchange.batch())
            + " = ?";
    try (PreparedStatement update =
        table.prepare(sql, exchange.done(), exchange.pending(), batch)) {
      int marked = update.executeUpdate();
      if (marked != rows) {
        connection.rollback();
        throw new CityLakeException(
            Kind.EXTERNAL,
            "The batch "
                + batch
                + " of "
                + database.table()
                + " had "
                + rows
                + " rows when it was read and "
                + marked
                + " when it was to be marked as taken: it is left waiting; pull again, what was"
                + " loaded will count as duplicate");
      }
    }
    if (exchange.receipt().isPresent()) {
      receipt(table, batch, rows, load);
    }
    connection.commit();
  }

  private void receipt(DatabaseTable table, Object batch, long rows, LoadResult load)
      throws SQLException {
    String sql =
        "INSERT INTO "
            + table.quoted(exchange.receipt().orElseThrow())
            + " (batch_no, row_count, accepted, quarantined, duplicate, received_at)"
            + " VALUES (?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert =
        table.prepare(
            sql,
            batch,
            rows,
            load.accepted(),
            load.quarantined(),
            load.duplicate(),
            Timestamp.from(clock.instant()))) {
      insert.executeUpdate();
    }
  }
}
