package org.citylake.cli.run;

import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Snapshot;
import org.citylake.cli.engine.TrinoServer;
import org.citylake.cli.sql.SqlRunner;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.lakehouse.release.Release;

/** Counts every table of the release through Trino and compares with the pinned snapshots. */
public final class SqlCheck {
  private SqlCheck() {}

  /**
   * Compares.
   *
   * @return how many tables were compared
   * @throws CityLakeException of kind INTERNAL when SQL counts otherwise
   */
  public static int run(RunContext context, TrinoServer trino) {
    SqlRunner sql = new SqlRunner(trino.jdbcAddress(), Optional.empty());
    Release release = context.outcome().release().orElseThrow();
    for (Map.Entry<String, Long> table : release.tables().entrySet()) {
      Snapshot pinned = context.live().load(table.getKey()).snapshot(table.getValue());
      long expected = Long.parseLong(pinned.summary().getOrDefault("total-records", "0"));
      long found = sql.number("SELECT count(*) FROM " + table.getKey());
      if (found != expected) {
        throw new CityLakeException(
            Kind.INTERNAL,
            "SQL counts "
                + found
                + " rows in "
                + table.getKey()
                + ", release "
                + release.releaseId()
                + " has "
                + expected
                + "; please report it");
      }
    }
    return release.tables().size();
  }
}
