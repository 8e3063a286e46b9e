package org.citylake.lakehouse.table;

import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.SnapshotUtil;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of one snapshot as plain Java values: String, Integer, Long, Double, Boolean,
 * BigDecimal, LocalDate, OffsetDateTime in UTC, List, Map, byte[]. Column names are those of the
 * snapshot's own schema; the order of rows is not defined.
 */
public final class TableScan {
  private TableScan() {}

  /**
   * Rows of the snapshot that fit the filter ({@code Expressions.alwaysTrue()} for all).
   *
   * @throws CityLakeException of kind DATA when the table has no such snapshot
   */
  public static CloseableIterable<Map<String, @Nullable Object>> rows(
      Table table, long snapshotId, Expression filter) {
    Schema schema = schema(table, snapshotId);
    RowRecords records = new RowRecords(table.name(), schema);
    CloseableIterable<Record> scan =
        IcebergGenerics.read(table).useSnapshot(snapshotId).where(filter).build();
    return CloseableIterable.transform(scan, records::row);
  }

  /** As above, with these columns only, in this order. */
  public static CloseableIterable<Map<String, @Nullable Object>> rows(
      Table table, long snapshotId, Expression filter, List<String> columns) {
    Schema schema = schema(table, snapshotId);
    RowRecords records =
        new RowRecords(table.name(), new Schema(columns.stream().map(schema::findField).toList()));
    CloseableIterable<Record> scan =
        IcebergGenerics.read(table)
            .useSnapshot(snapshotId)
            .where(filter)
            .project(new Schema(columns.stream().map(schema::findField).toList()))
            .build();
    return CloseableIterable.transform(scan, records::row);
  }

  /** All rows of the table's current snapshot; none when it has no snapshot. */
  public static CloseableIterable<Map<String, @Nullable Object>> rows(Table table) {
    return table.currentSnapshot() == null
        ? CloseableIterable.empty()
        : rows(table, table.currentSnapshot().snapshotId(), Expressions.alwaysTrue());
  }

  private static Schema schema(Table table, long snapshotId) {
    if (table.snapshot(snapshotId) == null) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot read table "
              + table.name()
              + " at snapshot "
              + snapshotId
              + ": the table does not have it");
    }
    return SnapshotUtil.schemaFor(table, snapshotId);
  }
}
