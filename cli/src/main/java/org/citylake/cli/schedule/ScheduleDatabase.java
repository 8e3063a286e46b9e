package org.citylake.cli.schedule;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.home.Home;

/**
 * The SQLite database in the home that holds the record of slots. A transaction is forced to the
 * disk before it counts.
 */
final class ScheduleDatabase implements AutoCloseable {
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE IF NOT EXISTS export (name TEXT PRIMARY KEY, schedule TEXT NOT NULL,"
              + " last_slot INTEGER NOT NULL)",
          "CREATE TABLE IF NOT EXISTS delivery (export TEXT NOT NULL, slot INTEGER NOT NULL,"
              + " destination TEXT NOT NULL, state TEXT NOT NULL, release TEXT NOT NULL,"
              + " attempts INTEGER NOT NULL, next_attempt INTEGER NOT NULL, message TEXT NOT NULL,"
              + " updated INTEGER NOT NULL, PRIMARY KEY (export, slot, destination))",
          "CREATE TABLE IF NOT EXISTS audit (id INTEGER PRIMARY KEY AUTOINCREMENT,"
              + " at INTEGER NOT NULL, export TEXT NOT NULL, slot INTEGER NOT NULL,"
              + " destination TEXT NOT NULL, state TEXT NOT NULL, release TEXT NOT NULL,"
              + " attempts INTEGER NOT NULL, message TEXT NOT NULL)",
          "CREATE TABLE IF NOT EXISTS clock (id INTEGER PRIMARY KEY CHECK (id = 1),"
              + " latest INTEGER NOT NULL)");

  private final Home home;
  private final Connection connection;

  private ScheduleDatabase(Home home, Connection connection) {
    this.home = home;
    this.connection = connection;
  }

  /** What is done on the database. */
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /**
   * Opens the home's database; made on first use.
   *
   * @throws CityLakeException of kind EXTERNAL when it cannot be used
   */
  static ScheduleDatabase open(Home home) {
    home.create();
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.scheduleDatabase());
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA busy_timeout = 10000");
        statement.execute("PRAGMA synchronous = FULL");
        for (String table : TABLES) {
          statement.execute(table);
        }
      }
      return new ScheduleDatabase(home, connection);
    } catch (SQLException e) {
      throw failure(home, e);
    }
  }

  /**
   * Does some work.
   *
   * @throws CityLakeException of kind EXTERNAL when the database cannot be used
   */
  <T> T work(Work<T> work) {
    try {
      return work.run(connection);
    } catch (SQLException e) {
      throw failure(home, e);
    }
  }

  /** Does some work in one transaction; throws as {@link #work} does, and then nothing was done. */
  <T> T transaction(Work<T> work) {
    return work(
        open -> {
          open.setAutoCommit(false);
          try {
            T result = work.run(open);
            open.commit();
            return result;
          } catch (SQLException | RuntimeException e) {
            open.rollback();
            throw e;
          } finally {
            open.setAutoCommit(true);
          }
        });
  }

  private static CityLakeException failure(Home home, SQLException e) {
    return new CityLakeException(
        Kind.EXTERNAL,
        "Cannot use the record of schedules "
            + home.scheduleDatabase()
            + ": "
            + e.getMessage()
            + ". Nothing was delivered that is not recorded; mend the disk or its rights, and run"
            + " again",
        e);
  }

  @Override
  public void close() {
    work(
        open -> {
          open.close();
          return true;
        });
  }
}
