package org.citylake.ingestion.store;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.citylake.core.contract.DataContract;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.lakehouse.schema.RawTableContract;
import org.citylake.lakehouse.schema.VaultTableContract;
import org.citylake.lakehouse.table.PendingAppend;
import org.jspecify.annotations.Nullable;

/** Tables named {@code namespace.table}; rows are column to value, null where there is none. */
public interface TableStore {
  /** Whether there is a table of that name. */
  boolean exists(String table);

  /** Makes or evolves the table of the contract, whose id is its name. */
  void apply(DataContract contract);

  /** Makes or evolves the raw table of the source and gives its name, {@code raw.ID}. */
  default String applyRaw(SourceDeclaration source) {
    DataContract contract = RawTableContract.of(source);
    apply(contract);
    return contract.id();
  }

  /** Makes or evolves the vault table of a source with personal columns and gives its name. */
  default String applyVault(SourceDeclaration source) {
    DataContract contract = VaultTableContract.of(source);
    apply(contract);
    return contract.id();
  }

  /**
   * Begins to append rows, which stand in the table when they are committed; a commit whose id the
   * table's history has is not made again.
   */
  PendingAppend begin(String table, String commitId);

  /**
   * Appends rows in one commit; does nothing when the table's history has a commit of that id.
   *
   * @return the id of the snapshot that holds the rows
   */
  default long append(
      String table,
      String commitId,
      Iterable<? extends Map<String, ? extends @Nullable Object>> rows) {
    try (PendingAppend append = begin(table, commitId)) {
      rows.forEach(append::add);
      return append.commit();
    }
  }

  /**
   * Replaces all rows of a table and forgets every earlier snapshot, whose files are deleted. Doing
   * it again after an interruption ends the same.
   */
  void replace(String table, Iterable<? extends Map<String, ? extends @Nullable Object>> rows);

  /** Hands every row whose column equals the value to the reader. */
  void scan(
      String table, String column, String value, Consumer<Map<String, @Nullable Object>> reader);

  /** Hands these columns of every row to the reader; others may be there too. */
  void scan(String table, List<String> columns, Consumer<Map<String, @Nullable Object>> reader);

  /** Hands every row to the reader. */
  void scan(String table, Consumer<Map<String, @Nullable Object>> reader);
}
