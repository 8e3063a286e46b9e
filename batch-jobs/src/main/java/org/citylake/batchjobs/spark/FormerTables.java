package org.citylake.batchjobs.spark;

import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What tables held before this run, of which a producer may keep what it would compute again. */
public final class FormerTables {
  private final Function<String, Optional<Former>> tables;

  private FormerTables(Function<String, Optional<Former>> tables) {
    this.tables = tables;
  }

  /**
   * A table as the run before left it.
   *
   * @param rows all its rows
   * @param snapshot the snapshot that they are of
   */
  public record Former(Dataset<Row> rows, long snapshot) {}

  /** None, so that everything is computed. */
  public static FormerTables none() {
    return new FormerTables(name -> Optional.empty());
  }

  /** The newest state of every table of the session's catalog. */
  public static FormerTables of(SparkSession session) {
    return new FormerTables(
        name -> {
          long snapshot = Snapshots.newest(Snapshots.load(session, name));
          return Optional.of(new Former(Snapshots.read(session, name, snapshot), snapshot));
        });
  }

  /** The table's former state; empty when nothing may be kept. */
  public Optional<Former> find(String fullName) {
    return tables.apply(fullName);
  }
}
