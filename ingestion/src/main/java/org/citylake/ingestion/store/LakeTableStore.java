package org.citylake.ingestion.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.core.contract.DataContract;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.schema.TableApplier;
import org.citylake.lakehouse.table.PendingAppend;
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
  public PendingAppend begin(String table, String commitId) {
    return TableAppend.begin(
        catalog.load(table),
        "main",
        commitId,
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
    scan(
        table,
        reader,
        (found, snapshot) -> TableScan.rows(found, snapshot, Expressions.equal(column, value)));
  }

  @Override
  public void scan(
      String table, List<String> columns, Consumer<Map<String, @Nullable Object>> reader) {
    scan(
        table,
        reader,
        (found, snapshot) -> TableScan.rows(found, snapshot, Expressions.alwaysTrue(), columns));
  }

  @Override
  public void scan(String table, Consumer<Map<String, @Nullable Object>> reader) {
    scan(
        table,
        reader,
        (found, snapshot) -> TableScan.rows(found, snapshot, Expressions.alwaysTrue()));
  }

  /** What is read of a table's snapshot. */
  private interface Rows {
    CloseableIterable<Map<String, @Nullable Object>> of(Table table, long snapshotId);
  }

  private void scan(String name, Consumer<Map<String, @Nullable Object>> reader, Rows read) {
    Table table = catalog.load(name);
    if (table.currentSnapshot() == null) {
      return;
    }
    try (CloseableIterable<Map<String, @Nullable Object>> rows =
        read.of(table, table.currentSnapshot().snapshotId())) {
      rows.forEach(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
