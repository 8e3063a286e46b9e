package org.citylake.ingestion.connector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.ConnectorDeclaration;
import org.citylake.core.declaration.SourceDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a table of a database: whole, or from the watermark on. Rows of the last watermark are
 * fetched again, because further ones may have come with the same value; those that were loaded
 * count as duplicates.
 */
final class JdbcConnector implements Connector {
  private final SourceDeclaration source;
  private final ConnectorDeclaration.Jdbc database;
  private final Drivers drivers;

  JdbcConnector(SourceDeclaration source, ConnectorDeclaration.Jdbc database, Drivers drivers) {
    this.source = source;
    this.database = database;
    this.drivers = drivers;
  }

  @Override
  public void pull(Optional<String> position, Path folder, Receiver receiver) throws IOException {
    Path file = folder.resolve(source.id() + ".csv");
    Highest highest = new Highest();
    long rows;
    try (Connection connection = drivers.connect(database)) {
      // Streaming of rows needs a transaction in PostgreSQL.
      connection.setAutoCommit(false);
      DatabaseTable table = new DatabaseTable(connection, source);
      try (PreparedStatement select = select(table, position)) {
        rows = table.write(select, file, highest);
      }
      connection.rollback();
    } catch (SQLException e) {
      Files.deleteIfExists(file);
      throw failed(database, e);
    }
    boolean nothingNew = rows == 0 && database.watermark().isPresent();
    if (!nothingNew) {
      receiver.receive(
          new Fetched(
              file,
              Optional.empty(),
              Optional.ofNullable(highest.value).map(Watermark::text).or(() -> position)));
    }
    Files.deleteIfExists(file);
  }

  private PreparedStatement select(DatabaseTable table, Optional<String> position)
      throws SQLException {
    String from = " FROM " + table.quoted(database.table());
    if (database.watermark().isEmpty()) {
      return table.prepare("SELECT " + table.columns() + from);
    }
    String column = table.quoted(database.watermark().get());
    String sql = "SELECT " + table.columns() + ", " + column + from;
    String order = " ORDER BY " + column;
    return position.isPresent()
        ? table.prepare(sql + " WHERE " + column + " >= ?" + order, Watermark.value(position.get()))
        : table.prepare(sql + order);
  }

  static CityLakeException failed(ConnectorDeclaration.Jdbc database, SQLException e) {
    return new CityLakeException(
        Kind.EXTERNAL,
        "Cannot read "
            + database.table()
            + " of "
            + database.url()
            + ": "
            + Silence.reason(database, e)
            + "; nothing of this pull was loaded, pull again",
        e);
  }

  /** Rows come in the watermark's order, so the last one has the highest. */
  private static final class Highest implements java.util.function.Consumer<Object> {
    private @Nullable Object value;

    @Override
    public void accept(Object next) {
      value = next;
    }
  }
}
