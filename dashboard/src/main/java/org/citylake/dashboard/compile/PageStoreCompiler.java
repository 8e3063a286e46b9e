package org.citylake.dashboard.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.home.Home;
import org.citylake.dashboard.store.StoreWriter;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.release.Release;
import org.citylake.lakehouse.table.TableScan;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what the page shows of one release, from its tables at their pinned snapshots. */
public final class PageStoreCompiler {
  private static final Logger LOG = LoggerFactory.getLogger(PageStoreCompiler.class);

  private PageStoreCompiler() {}

  /**
   * Compiles and writes the store {@code releases/ID/} whole or not at all. The same release and
   * declarations give the same bytes. Tables that the release does not pin give empty documents.
   *
   * @param live the warehouse that has every snapshot
   * @return the store's folder
   */
  public static Path compile(
      Home home, LakeCatalog live, Release release, DeclarationLibrary library) {
    Map<String, List<Map<String, Object>>> tables = new HashMap<>();
    for (String name : PageDocuments.TABLES) {
      Long snapshot = release.tables().get(name);
      if (snapshot != null) {
        tables.put(name, read(live.load(name), snapshot));
      }
    }
    Path store =
        StoreWriter.write(
            home,
            release.releaseId(),
            PageDocuments.compile(columns(release), new ReleaseRows(tables), library));
    LOG.info("Wrote the page's store {} from {} tables", store, tables.size());
    return store;
  }

  private static List<Map<String, Object>> read(Table table, long snapshot) {
    try (CloseableIterable<Map<String, @Nullable Object>> scan =
        TableScan.rows(table, snapshot, Expressions.alwaysTrue())) {
      List<Map<String, Object>> rows = new ArrayList<>();
      for (Map<String, @Nullable Object> row : scan) {
        rows.add(withoutNulls(row));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read table " + table.name(), e);
    }
  }

  private static Map<String, Object> withoutNulls(Map<String, @Nullable Object> row) {
    Map<String, Object> kept = new HashMap<>();
    row.forEach(
        (column, value) -> {
          if (value != null) {
            kept.put(column, value);
          }
        });
    return kept;
  }

  private static Map<String, Object> columns(Release release) {
    Map<String, Object> columns =
        new HashMap<>(
            Map.of(
                "release_id", release.releaseId(),
                "status", release.status(),
                "created_at", release.createdAt(),
                "fingerprint", release.fingerprint(),
                "code_version", release.codeVersion(),
                "declarations_hash", release.declarationsHash(),
                "tables", release.tables(),
                "inputs", release.inputs()));
    release.occasion().reason().ifPresent(reason -> columns.put("reason", reason));
    release.occasion().follows().ifPresent(id -> columns.put("follows", id));
    release.occasion().corrects().ifPresent(id -> columns.put("corrects", id));
    return columns;
  }
}
