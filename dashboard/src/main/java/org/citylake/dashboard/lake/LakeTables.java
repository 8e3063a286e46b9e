package org.citylake.dashboard.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.dashboard.drill.Condition;
import org.citylake.dashboard.drill.LakeReading;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.table.TableScan;
import org.jspecify.annotations.Nullable;

/**
 * Reads the warehouse that has every snapshot. Conditions are pushed down: files that cannot have a
 * fitting row are not opened.
 *
 * @param live that warehouse
 */
public record LakeTables(LakeCatalog live) implements LakeReading {
  @Override
  public OptionalLong newest(String table) {
    if (!live.exists(table)) {
      return OptionalLong.empty();
    }
    Snapshot snapshot = live.load(table).currentSnapshot();
    return snapshot == null ? OptionalLong.empty() : OptionalLong.of(snapshot.snapshotId());
  }

  @Override
  public void scan(
      String table,
      long snapshot,
      List<Condition> conditions,
      Consumer<Map<String, @Nullable Object>> row) {
    Expression filter =
        conditions.stream()
            .map(LakeTables::expression)
            .reduce(Expressions.alwaysTrue(), Expressions::and);
    try (CloseableIterable<Map<String, @Nullable Object>> scan =
        TableScan.rows(live.load(table), snapshot, filter)) {
      scan.forEach(row);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read table " + table, e);
    }
  }

  private static Expression expression(Condition condition) {
    return switch (condition.kind()) {
      case EQUALS -> Expressions.equal(condition.column(), condition.value());
      case BEGINS -> Expressions.startsWith(condition.column(), condition.value());
    };
  }
}
