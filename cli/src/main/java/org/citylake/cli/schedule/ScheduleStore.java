package org.citylake.cli.schedule;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.home.Home;

/**
 * The record of slots and deliveries: one SQLite database in the home. Every change is one
 * transaction, forced to the disk before it counts, so a process that is killed leaves the record
 * before or after a change and never between.
 */
public final class ScheduleStore implements AutoCloseable {
  private final ScheduleDatabase database;

  private ScheduleStore(ScheduleDatabase database) {
    this.database = database;
  }

  /**
   * Opens the home's record; made on first use.
   *
   * @throws CityLakeException of kind EXTERNAL when it cannot be used
   */
  public static ScheduleStore open(Home home) {
    return new ScheduleStore(ScheduleDatabase.open(home));
  }

  /** The last slot that was planned, when the export has this schedule; else empty. */
  Optional<Instant> findLastSlot(String export, String schedule) {
    return database.work(
        connection -> {
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
    database.transaction(
        connection -> {
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
            SlotRows.put(connection, delivery, "INSERT OR IGNORE INTO delivery");
          }
          return planned.size();
        });
  }

  /** Records new states, in one transaction, and what happened in the audit. */
  void record(List<SlotDelivery> deliveries) {
    database.transaction(
        connection -> {
          for (SlotDelivery delivery : deliveries) {
            SlotRows.put(connection, delivery, "INSERT OR REPLACE INTO delivery");
          }
          return deliveries.size();
        });
  }

  /** Slots on which something is still to be done, oldest first. */
  List<SlotDelivery> open() {
    return select(
        "SELECT "
            + SlotRows.COLUMNS
            + " FROM delivery WHERE state IN ('planned', 'written', 'failed')"
            + " ORDER BY slot, export, destination");
  }

  /** The newest slot of an export that was ever planned. */
  Optional<Instant> findNewestSlot(String export) {
    return database.work(
        connection -> {
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
            + SlotRows.COLUMNS
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
    return database.transaction(
        connection -> {
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

  private List<SlotDelivery> select(String sql) {
    return database.work(connection -> SlotRows.select(connection, sql));
  }

  @Override
  public void close() {
    database.close();
  }
}
