package org.citylake.streamingjobs.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.flink.CatalogLoader;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types.NestedField;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/** The tables that a job reads and writes, through one catalog. */
public final class LakeTables implements Closeable {
  private final CatalogLoader loader;
  private final Catalog catalog;

  /** Opens the catalog that the loader loads. */
  public LakeTables(CatalogLoader loader) {
    this.loader = loader;
    this.catalog = loader.loadCatalog();
  }

  /** Tables of the catalog server's warehouse {@code live}. */
  public static LakeTables rest(String uri, String token) {
    return new LakeTables(
        CatalogLoader.rest(
            "lake",
            new Configuration(),
            Map.of("uri", uri, "token", token, "warehouse", "live", "cache-enabled", "false")));
  }

  /** The table of that full name, as it is now. */
  public Table load(String fullName) {
    try {
      return catalog.loadTable(TableIdentifier.parse(fullName));
    } catch (NoSuchTableException e) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          "Cannot find the table " + fullName + " in the catalog: apply its contract first",
          e);
    }
  }

  /** Loads the table where a task runs. */
  public TableLoader loader(String fullName) {
    return TableLoader.fromCatalog(loader, TableIdentifier.parse(fullName));
  }

  /** Refuses a table whose columns are not the ones that rows are written with. */
  public Table load(String fullName, List<String> columns) {
    Table table = load(fullName);
    List<String> found = table.schema().columns().stream().map(NestedField::name).toList();
    if (!found.equals(columns)) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot write "
              + fullName
              + ": it has the columns "
              + found
              + ", the job writes "
              + columns);
    }
    return table;
  }

  /** Makes the branch anew from main, whatever it was, and gives main's snapshot. */
  public long branchFromMain(String fullName, String branch) {
    Table table = load(fullName);
    Snapshot main = table.snapshot(SnapshotRef.MAIN_BRANCH);
    if (main == null) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          "The table " + fullName + " has no snapshot: apply its contract, which makes the first");
    }
    if (table.refs().containsKey(branch)) {
      table.manageSnapshots().replaceBranch(branch, main.snapshotId()).commit();
    } else {
      table.manageSnapshots().createBranch(branch, main.snapshotId()).commit();
    }
    return main.snapshotId();
  }

  /** Snapshot at the head of the branch. */
  public long head(String fullName, String branch) {
    Snapshot snapshot = load(fullName).snapshot(branch);
    if (snapshot == null) {
      throw new CityLakeException(
          Kind.EXTERNAL, "The branch " + branch + " of " + fullName + " is gone");
    }
    return snapshot.snapshotId();
  }

  /** Rows of a snapshot, counted over its data files. */
  public long rows(String fullName, long snapshotId) {
    long rows = 0;
    try (CloseableIterable<FileScanTask> tasks =
        load(fullName).newScan().useSnapshot(snapshotId).planFiles()) {
      for (FileScanTask task : tasks) {
        rows += task.file().recordCount();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  @Override
  public void close() throws IOException {
    if (catalog instanceof Closeable) {
      ((Closeable) catalog).close();
    }
  }
}
