package org.citylake.ingestion.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.core.contract.DataContract;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.schema.TableApplier;
import org.citylake.lakehouse.table.TableAppend;
import org.citylake.lakehouse.table.TableReplacement;
import org.citylake.lakehouse.table.TableScan;
import org.jspecify.annotations.Nullable;

/** The tables of a lakehouse's live warehouse, at their newest snapshot. */
public final class LakeTableStore implements TableStore {
  /** Summary key of the load that made a snapshot. */
  public static final String LOAD_ID = "citylake.load-id";

  private final LakeCatalog catalog;

  /** The tables of a catalog that can be written. */
  public LakeTableStore(LakeCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public boolean exists(String table) {
    return catalog.exists(table);
  }

  @Override
  public void apply(DataContract contract) {
    new TableApplier(catalog).apply(contract);
  }

  @Override
  public long append(
      String table,
      String commitId,
      Iterable<? extends Map<String, ? extends @Nullable Object>> rows) {
    return TableAppend.append(
        catalog.load(table),
        "main",
        commitId,
        rows,
        Map.of(LOAD_ID, commitId.substring(0, commitId.indexOf('/'))));
  }

  @Override
  public void replace(
      String table, Iterable<? extends Map<String, ? extends @Nullable Object>> rows) {
    TableReplacement.replace(catalog.load(table), rows);
  }

  @Override
  public void scan(
      String table, String column, String value, Consumer<Map<String, @Nullable Object>> reader) {
    scan(table, Expressions.equal(column, value), reader);
  }

  @Override
  public void scan(String table, Consumer<Map<String, @Nullable Object>> reader) {
    scan(table, Expressions.alwaysTrue(), reader);
  }

  private void scan(
      String name, Expression filter, Consumer<Map<String, @Nullable Object>> reader) {
    Table table = catalog.load(name);
    if (table.currentSnapshot() == null) {
      return;
    }
    try (CloseableIterable<Map<String, @Nullable Object>> rows =
        TableScan.rows(table, table.currentSnapshot().snapshotId(), filter)) {
      rows.forEach(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
