package org.citylake.ingestion.load;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.citylake.ingestion.quarantine.QuarantineAppend;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.citylake.ingestion.quarantine.QuarantineLog;
import org.citylake.ingestion.store.TableStore;
import org.citylake.lakehouse.table.PendingAppend;
import org.jspecify.annotations.Nullable;

/**
 * What a load writes while it passes over its records: into files that no table has yet. They are
 * kept by {@link #commit} once nothing stops the load, and are gone when it is closed without.
 */
final class LoadOutput implements Consumer<Outcome>, AutoCloseable {
  private final TableStore store;
  private final LoadContext context;
  private final String rawTable;
  private final QuarantineAppend quarantine;
  private @Nullable PendingAppend raw;
  private @Nullable PendingAppend vault;

  LoadOutput(TableStore store, QuarantineLog log, LoadContext context, String rawTable) {
    this.store = store;
    this.context = context;
    this.rawTable = rawTable;
    this.quarantine = log.begin(context.loadId());
  }

  @Override
  public void accept(Outcome outcome) {
    if (outcome instanceof Outcome.Accepted accepted) {
      accepted.sealed().ifPresent(this::addSealed);
      addRow(accepted.row());
    } else if (outcome instanceof Outcome.Refused refused) {
      addState(refused.entry());
    }
  }

  /** Writes a row of the raw table. */
  void addRow(Map<String, @Nullable Object> row) {
    if (raw == null) {
      raw = begin(rawTable);
    }
    raw.add(row);
  }

  /** Writes a state of a quarantined record. */
  void addState(QuarantineEntry entry) {
    quarantine.add(entry);
  }

  private void addSealed(Map<String, @Nullable Object> row) {
    if (vault == null) {
      vault = begin(store.applyVault(context.source()));
    }
    vault.add(row);
  }

  private PendingAppend begin(String table) {
    return store.begin(table, context.loadId() + "/" + table);
  }

  /**
   * Keeps everything: the vault before the rows that need it, because a token without its value
   * could never be read again.
   *
   * @return the raw table's snapshot; empty when there is no row
   */
  Optional<Long> commit() {
    if (vault != null) {
      vault.commit();
    }
    Optional<Long> snapshot = raw == null ? Optional.empty() : Optional.of(raw.commit());
    quarantine.commit();
    return snapshot;
  }

  @Override
  public void close() {
    if (vault != null) {
      vault.close();
    }
    if (raw != null) {
      raw.close();
    }
    quarantine.close();
  }
}
