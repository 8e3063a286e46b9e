package org.citylake.ingestion.quarantine;

import java.util.Map;
import java.util.function.Function;
import org.citylake.ingestion.store.TableStore;
import org.citylake.lakehouse.table.PendingAppend;
import org.jspecify.annotations.Nullable;

/**
 * States of quarantined records, written as they come and kept by {@link #commit}: the bytes of
 * open personal records in the vault first, because a record without its bytes would be lost.
 */
public final class QuarantineAppend implements AutoCloseable {
  private final TableStore store;
  private final String loadId;
  private final Function<QuarantineEntry, Map<String, @Nullable Object>> row;
  private final Function<QuarantineEntry, Map<String, @Nullable Object>> sealed;
  private @Nullable PendingAppend states;
  private @Nullable PendingAppend bytes;

  QuarantineAppend(
      TableStore store,
      String loadId,
      Function<QuarantineEntry, Map<String, @Nullable Object>> row,
      Function<QuarantineEntry, Map<String, @Nullable Object>> sealed) {
    this.store = store;
    this.loadId = loadId;
    this.row = row;
    this.sealed = sealed;
  }

  /** Writes a state. */
  public void add(QuarantineEntry entry) {
    if (entry.personal() && entry.status().equals(QuarantineEntry.OPEN)) {
      if (bytes == null) {
        bytes = begin(QuarantineLog.SEALED_TABLE);
      }
      bytes.add(sealed.apply(entry));
    }
    if (states == null) {
      states = begin(QuarantineLog.TABLE);
    }
    states.add(row.apply(entry));
  }

  private PendingAppend begin(String table) {
    return store.begin(table, loadId + "/" + table);
  }

  /** Keeps what was added, in the one commit that the load makes to each of the tables. */
  public void commit() {
    if (bytes != null) {
      bytes.commit();
    }
    if (states != null) {
      states.commit();
    }
  }

  @Override
  public void close() {
    if (bytes != null) {
      bytes.close();
    }
    if (states != null) {
      states.close();
    }
  }
}
