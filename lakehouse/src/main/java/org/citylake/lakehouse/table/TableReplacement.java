package org.citylake.lakehouse.table;

import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.jspecify.annotations.Nullable;

/**
 * Replaces all rows of a table and deletes what was there before from every snapshot, for data that
 * may not be kept. Tables of releases are not to be replaced: their snapshots are pinned by tags.
 */
public final class TableReplacement {
  private TableReplacement() {}

  /** Replaces the rows; doing it again after an interruption ends the same. */
  public static void replace(
      Table table, Iterable<? extends Map<String, ? extends @Nullable Object>> rows) {
    table.refresh();
    OverwriteFiles overwrite = table.newOverwrite().overwriteByRowFilter(Expressions.alwaysTrue());
    TableAppend.write(table, "replacement-" + UUID.randomUUID(), rows).forEach(overwrite::addFile);
    overwrite.commit();
    // Expiry deletes files with the snapshot that dropped them, so that one must not be the last.
    table.newAppend().commit();
    table
        .expireSnapshots()
        .expireOlderThan(System.currentTimeMillis())
        .retainLast(1)
        .cleanExpiredFiles(true)
        .commit();
  }
}
