package org.citylake.cli.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.citylake.cli.sql.SqlRunner;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/** A statement that keeps Trino busy until it is closed: every triple of figures is multiplied. */
final class HeavyStatement implements AutoCloseable {
  private static final String TEXT =
      "SELECT count(*) FROM metric.indicator_value a"
          + " CROSS JOIN metric.indicator_value b CROSS JOIN metric.indicator_value c"
          + " WHERE CAST(a.value AS double) * CAST(b.value AS double) > CAST(c.value AS double)";

  private final Connection connection;
  private final Statement statement;
  private final CompletableFuture<Void> running;

  private HeavyStatement(Connection connection, Statement statement) {
    this.connection = connection;
    this.statement = statement;
    this.running =
        CompletableFuture.runAsync(
            () -> {
              // Trino answers with columns at once: it has ended when there is a row.
              try (ResultSet rows = statement.executeQuery(TEXT)) {
                rows.next();
              } catch (SQLException e) {
                throw new CompletionException(e);
              }
            },
            task -> new Thread(task, "heavy-statement").start());
  }

  static HeavyStatement start(SqlRunner runner) throws SQLException {
    Connection connection = runner.connection();
    return new HeavyStatement(connection, connection.createStatement());
  }

  /** Refuses to go on when the statement has ended: then it was not beside. */
  void requireRunning() {
    if (running.isDone()) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          "The heavy statement ended too early: "
              + running.handle((done, failure) -> String.valueOf(failure)).join());
    }
  }

  @Override
  public void close() throws SQLException {
    statement.cancel();
    running.exceptionally(failure -> null).join();
    connection.close();
  }
}
