package org.citylake.cli.mainjob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.cli.state.Lake;
import org.citylake.core.home.Home;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.table.TableScan;
import org.jspecify.annotations.Nullable;

/** All tables of a home as values that can be compared. */
final class LakeRows {
  /**
   * What differs between two homes with the same content: times, random ids, and hashes of them.
   */
  private static final Set<String> OF_ONE_HOME =
      Set.of(
          "arrived_at",
          "compared_with",
          "corrects",
          "created_at",
          "details",
          "fingerprint",
          "follows",
          "input_snapshots",
          "inputs",
          "inputs_hash",
          "known_from",
          "release_id",
          "run_id",
          "seconds",
          "snapshot_id",
          "started_at",
          "state_at",
          "tables",
          "values_snapshot");

  private LakeRows() {}

  /** Table to its sorted rows, without the columns that only hold for one home. */
  static Map<String, List<String>> of(Home home) {
    Map<String, List<String>> tables = new TreeMap<>();
    try (Lake lake = Lake.attachOrStart(home);
        LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      for (String name : live.tableNames()) {
        tables.put(name, rows(live.load(name)));
      }
    }
    return tables;
  }

  /** The values of one column of a table. */
  static List<String> column(Home home, String table, String column) {
    List<String> values = new ArrayList<>();
    try (Lake lake = Lake.attachOrStart(home);
        LakeCatalog live = lake.connect(LakeCatalog.LIVE);
        CloseableIterable<Map<String, @Nullable Object>> scan = TableScan.rows(live.load(table))) {
      scan.forEach(row -> values.add("" + row.get(column)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + table, e);
    }
    return values;
  }

  /** Table to its current snapshot and how many it has. */
  static Map<String, String> snapshots(Home home) {
    Map<String, String> tables = new TreeMap<>();
    try (Lake lake = Lake.attachOrStart(home);
        LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      for (String name : live.tableNames()) {
        Table table = live.load(name);
        int count = 0;
        for (Snapshot ignored : table.snapshots()) {
          count++;
        }
        Snapshot current = table.currentSnapshot();
        tables.put(
            name,
            (current == null ? "none" : current.snapshotId()) + " of " + count + " snapshots");
      }
    }
    return tables;
  }

  private static List<String> rows(Table table) {
    List<String> rows = new ArrayList<>();
    try (CloseableIterable<Map<String, @Nullable Object>> scan = TableScan.rows(table)) {
      for (Map<String, @Nullable Object> row : scan) {
        Map<String, String> kept = new TreeMap<>();
        row.forEach(
            (column, value) -> {
              if (!OF_ONE_HOME.contains(column)) {
                kept.put(column, value instanceof byte[] b ? Arrays.toString(b) : "" + value);
              }
            });
        rows.add(kept.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + table.name(), e);
    }
    Collections.sort(rows);
    return rows;
  }
}
