package org.citylake.cli.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.iceberg.Snapshot;
import org.citylake.cli.engine.TrinoServer;
import org.citylake.cli.sql.SqlRunner;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.lakehouse.release.Release;

/** Counts every table of the release through Trino and compares with the pinned snapshots. */
public final class SqlCheck {
  /** A statement costs Trino more than the counting, one of very many tables more than it plans. */
  private static final int TABLES_A_STATEMENT = 8;

  private SqlCheck() {}

  /**
   * Compares.
   *
   * @return how many tables were compared
   * @throws CityLakeException of kind INTERNAL when SQL counts otherwise
   */
  public static int run(RunContext context, TrinoServer trino) {
    SqlRunner sql = trino.runner();
    Release release = context.outcome().release().orElseThrow();
    Map<String, Long> counted = counts(sql, List.copyOf(release.tables().keySet()));
    for (Map.Entry<String, Long> table : release.tables().entrySet()) {
      Snapshot pinned = context.live().load(table.getKey()).snapshot(table.getValue());
      long expected = Long.parseLong(pinned.summary().getOrDefault("total-records", "0"));
      long found = counted.getOrDefault(table.getKey(), 0L);
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

  private static Map<String, Long> counts(SqlRunner sql, List<String> tables) {
    Map<String, Long> counts = new LinkedHashMap<>();
    List<String> left = new ArrayList<>(tables);
    while (!left.isEmpty()) {
      List<String> some = left.subList(0, Math.min(TABLES_A_STATEMENT, left.size()));
      counts.putAll(
          sql.numbers(
              some.stream()
                  .map(name -> "SELECT '" + name + "', count(*) FROM " + name)
                  .collect(Collectors.joining(" UNION ALL "))));
      some.clear();
    }
    return counts;
  }
}
