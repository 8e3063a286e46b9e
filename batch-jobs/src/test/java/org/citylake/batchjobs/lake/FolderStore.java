package org.citylake.batchjobs.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.core.contract.DataContract;
import org.citylake.ingestion.store.TableStore;
import org.citylake.lakehouse.schema.ContractSchema;
import org.citylake.lakehouse.table.PendingAppend;
import org.citylake.lakehouse.table.TableAppend;
import org.citylake.lakehouse.table.TableReplacement;
import org.citylake.lakehouse.table.TableScan;
import org.jspecify.annotations.Nullable;

/** Iceberg tables of a catalog in a folder, for the loader. */
record FolderStore(Catalog catalog) implements TableStore {
  Table load(String name) {
    return catalog.loadTable(TableIdentifier.parse(name));
  }

  long snapshot(String name) {
    return Objects.requireNonNull(load(name).currentSnapshot()).snapshotId();
  }

  @Override
  public boolean exists(String name) {
    return catalog.tableExists(TableIdentifier.parse(name));
  }

  @Override
  public void apply(DataContract contract) {
    if (!exists(contract.id())) {
      Schema schema = ContractSchema.schema(contract);
      catalog
          .createTable(
              TableIdentifier.parse(contract.id()),
              schema,
              ContractSchema.partitionSpec(contract, schema),
              Map.of("format-version", "2"))
          .newAppend()
          .commit();
    }
  }

  @Override
  public PendingAppend begin(String table, String commitId) {
    return TableAppend.begin(load(table), "main", commitId, Map.of());
  }

  @Override
  public void replace(
      String table, Iterable<? extends Map<String, ? extends @Nullable Object>> rows) {
    TableReplacement.replace(load(table), rows);
  }

  @Override
  public void scan(
      String table, String column, String value, Consumer<Map<String, @Nullable Object>> reader) {
    scan(
        table,
        row -> {
          if (value.equals(row.get(column))) {
            reader.accept(row);
          }
        });
  }

  @Override
  public void scan(
      String table, List<String> columns, Consumer<Map<String, @Nullable Object>> reader) {
    scan(table, reader);
  }

  @Override
  public void scan(String table, Consumer<Map<String, @Nullable Object>> reader) {
    try (CloseableIterable<Map<String, @Nullable Object>> rows = TableScan.rows(load(table))) {
      rows.forEach(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
