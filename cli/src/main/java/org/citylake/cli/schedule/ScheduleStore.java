package org.citylake.cli.schedule;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.home.Home;

/**
 * The record of slots and deliveries: one SQLite database in the home. Every change is one
 * transaction, forced to the disk before it counts, so a process that is killed leaves the record
 * before or after a change and never between.
 */
public final class ScheduleStore implements AutoCloseable {
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
  private static final String COLUMNS =
      "export, slot, destination, state, release, attempts, next_attempt, message, updated";

  private final Home home;
  private final Connection connection;

  private ScheduleStore(Home home, Connection connection) {
    this.home = home;
    this.connection = connection;
  }

  /** What is done on the database. */
  private interface Work<T> {
    T run() throws SQLException;
  }

  /**
   * Opens the home's record; made on first use.
   *
   * @throws CityLakeException of kind EXTERNAL when it cannot be used
   */
  public static ScheduleStore open(Home home) {
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
      return new ScheduleStore(home, connection);
    } catch (SQLException e) {
      throw failure(home, e);
    }
  }

  /** The last slot that was planned, when the export has this schedule; else empty. */
  Optional<Instant> findLastSlot(String export, String schedule) {
    return work(
        () -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT last_slot FROM export WHERE name = ? AND schedule = ?")) {
            query.setString(1, export);
            query.setString(2, schedule);
            try (ResultSet rows = query.executeQuery()) {
              return rows.next()
                  ? Optional.of(Instant.ofEpochSecond(rows.getLong(1)))
                  : Optional.empty();
            }
          }
        });
  }

  /** Plans slots and moves the export's last slot to the given one, in one transaction. */
  void plan(String export, String schedule, Instant lastSlot, List<SlotDelivery> planned) {
    transaction(
        () -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "INSERT INTO export (name, schedule, last_slot) VALUES (?, ?, ?) ON CONFLICT"
                      + " (name) DO UPDATE SET schedule = excluded.schedule, last_slot ="
                      + " max(last_slot, excluded.last_slot)")) {
            update.setString(1, export);
            update.setString(2, schedule);
            update.setLong(3, lastSlot.getEpochSecond());
            update.executeUpdate();
          }
          for (SlotDelivery delivery : planned) {
            put(delivery, "INSERT OR IGNORE INTO delivery");
          }
          return planned.size();
        });
  }

  /** Records new states, in one transaction, and what happened in the audit. */
  void record(List<SlotDelivery> deliveries) {
    transaction(
        () -> {
          for (SlotDelivery delivery : deliveries) {
            put(delivery, "INSERT OR REPLACE INTO delivery");
          }
          return deliveries.size();
        });
  }

  /** Slots on which something is still to be done, oldest first. */
  List<SlotDelivery> open() {
    return select(
        "SELECT "
            + COLUMNS
            + " FROM delivery WHERE state IN ('planned', 'written', 'failed')"
            + " ORDER BY slot, export, destination");
  }

  /** The newest slot of an export that was ever planned. */
  Optional<Instant> findNewestSlot(String export) {
    return work(
        () -> {
          try (PreparedStatement query =
              connection.prepareStatement("SELECT max(slot) FROM delivery WHERE export = ?")) {
            query.setString(1, export);
            try (ResultSet rows = query.executeQuery()) {
              return rows.next() && rows.getObject(1) != null
                  ? Optional.of(Instant.ofEpochSecond(rows.getLong(1)))
                  : Optional.empty();
            }
          }
        });
  }

  /** The newest slots, at most that many rows, newest first. */
  public List<SlotDelivery> newest(int most) {
    return select(
        "SELECT "
            + COLUMNS
            + " FROM delivery ORDER BY slot DESC, export, destination LIMIT "
            + most);
  }

  /** How many deliveries have failed and are not made up for. */
  public long failures() {
    return open().stream().filter(d -> d.state() == SlotState.FAILED).count();
  }

  /** What happened, oldest first: every state that was ever recorded. */
  public List<SlotDelivery> audit() {
    return select(
        "SELECT export, slot, destination, state, release, attempts, at, message, at FROM audit"
            + " ORDER BY id");
  }

  /** The latest time that the record was ever used at; moved on to now. */
  Instant seen(Instant now) {
    return transaction(
        () -> {
          Instant before = now;
          try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT latest FROM clock")) {
              if (rows.next()) {
                before = Instant.ofEpochMilli(rows.getLong(1));
              }
            }
            statement.execute(
                "INSERT INTO clock (id, latest) VALUES (1, "
                    + now.toEpochMilli()
                    + ") ON CONFLICT (id) DO UPDATE SET latest = max(latest, excluded.latest)");
          }
          return before;
        });
  }

  private void put(SlotDelivery delivery, String insert) throws SQLException {
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

  private List<SlotDelivery> select(String sql) {
    return work(
        () -> {
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
        });
  }

  private <T> T transaction(Work<T> work) {
    return work(
        () -> {
          connection.setAutoCommit(false);
          try {
            T result = work.run();
            connection.commit();
            return result;
          } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
          } finally {
            connection.setAutoCommit(true);
          }
        });
  }

  private <T> T work(Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw failure(home, e);
    }
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
        () -> {
          connection.close();
          return true;
        });
  }
}
