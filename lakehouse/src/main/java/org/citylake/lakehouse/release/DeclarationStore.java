package org.citylake.lakehouse.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationSet;
import org.citylake.core.json.ContentHash;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.table.TableAppend;
import org.citylake.lakehouse.table.TableScan;
import org.jspecify.annotations.Nullable;

/** Keeps in {@code audit.declaration} what releases were declared by, each set of files once. */
public final class DeclarationStore {
  private static final String TABLE = "audit.declaration";

  private final LakeCatalog live;

  /** Stores in the live warehouse. */
  public DeclarationStore(LakeCatalog live) {
    this.live = live;
  }

  /** Stores the set; one that is there already is left. Returns the set's hash. */
  public String store(DeclarationSet declarations) {
    String hash = declarations.hash();
    List<Map<String, Object>> rows = new ArrayList<>();
    declarations
        .files()
        .forEach(
            (path, content) ->
                rows.add(
                    Map.of(
                        "declarations_hash", hash,
                        "path", path,
                        "sha256", ContentHash.of(content),
                        "content", content)));
    TableAppend.append(live.load(TABLE), "main", "declarations-" + hash, rows);
    return hash;
  }

  /**
   * The stored set.
   *
   * @throws CityLakeException of kind DATA when there is none of that hash, or its files no longer
   *     hash to it
   */
  public DeclarationSet load(String hash) {
    Table table = live.load(TABLE);
    Map<String, byte[]> files = new TreeMap<>();
    long snapshotId = Objects.requireNonNull(table.currentSnapshot(), TABLE).snapshotId();
    try (CloseableIterable<Map<String, @Nullable Object>> rows =
        TableScan.rows(table, snapshotId, Expressions.equal("declarations_hash", hash))) {
      rows.forEach(
          row ->
              files.put(
                  Objects.requireNonNull(row.get("path")).toString(),
                  (byte[]) Objects.requireNonNull(row.get("content"))));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + TABLE, e);
    }
    DeclarationSet declarations = DeclarationSet.ofFiles(files);
    if (files.isEmpty() || !declarations.hash().equals(hash)) {
      throw new CityLakeException(
          Kind.DATA,
          files.isEmpty()
              ? "Cannot find the declarations " + hash + " in " + TABLE
              : "The declarations stored as "
                  + hash
                  + " in "
                  + TABLE
                  + " hash to "
                  + declarations.hash()
                  + ": the table was changed");
    }
    return declarations;
  }
}
