package org.citylake.lakehouse.maintenance;

import java.time.Duration;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;

/**
 * Forgets old snapshots, files that no newer one has, and old files of metadata. What branches and
 * tags hold stays.
 */
public final class OldSnapshots {
  private static final String METADATA_VERSIONS = "20";

  private OldSnapshots() {}

  /**
   * Expires snapshots of main.
   *
   * @param age younger ones stay, for readers that are at work and for going back to
   * @param fewest so many stay whatever their age
   * @return how many are gone
   */
  public static int expire(Table table, Duration age, int fewest) {
    table.refresh();
    keepFewMetadata(table);
    int before = count(table);
    table
        .expireSnapshots()
        .expireOlderThan(System.currentTimeMillis() - age.toMillis())
        .retainLast(fewest)
        .cleanExpiredFiles(true)
        .commit();
    table.refresh();
    return Math.max(0, before - count(table));
  }

  /** Every commit writes the metadata anew, and keeps the old file unless it is told not to. */
  private static void keepFewMetadata(Table table) {
    if (!METADATA_VERSIONS.equals(
        table.properties().get(TableProperties.METADATA_PREVIOUS_VERSIONS_MAX))) {
      table
          .updateProperties()
          .set(TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED, "true")
          .set(TableProperties.METADATA_PREVIOUS_VERSIONS_MAX, METADATA_VERSIONS)
          .commit();
    }
  }

  private static int count(Table table) {
    int count = 0;
    for (Snapshot ignored : table.snapshots()) {
      count++;
    }
    return count;
  }
}
