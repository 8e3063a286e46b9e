package org.citylake.ingestion.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.citylake.core.CityLakeException;
import org.citylake.ingestion.key.HashIndex;
import org.citylake.ingestion.key.TextHash;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.citylake.ingestion.quarantine.QuarantineLog;
import org.citylake.ingestion.store.TableStore;
import org.jspecify.annotations.Nullable;

/**
 * Writes a load while it is examined, and commits it when nothing stops it: vault, raw table,
 * quarantine, then the log's row as mark of its end.
 */
final class LoadWriter {
  private final TableStore store;
  private final DeliveryArchive archive;
  private final BegunCommits begun;
  private final LoadLog loadLog;
  private final QuarantineLog quarantineLog;
  private final LongConsumer progress;

  LoadWriter(
      TableStore store,
      DeliveryArchive archive,
      BegunCommits begun,
      QuarantineLog quarantineLog,
      LongConsumer progress) {
    this.store = store;
    this.archive = archive;
    this.begun = begun;
    this.loadLog = new LoadLog(store);
    this.quarantineLog = quarantineLog;
    this.progress = progress;
  }

  /**
   * Examines and writes what is not written yet.
   *
   * @param loads finished loads of the source
   * @param states further states of quarantined records, of a replay
   * @return the result, not marked as already done
   * @throws CityLakeException of kind DATA when a rule stops the load; nothing of it is left then
   */
  LoadResult write(
      LoadContext context,
      RecordFeed feed,
      List<LoadEntry> loads,
      Examination.Vanishing vanishing,
      String rawTable,
      List<QuarantineEntry> states) {
    Examination examined;
    Optional<Long> snapshot;
    try (LoadOutput output = new LoadOutput(store, quarantineLog, context, rawTable)) {
      examined =
          Examination.of(
              context,
              feed,
              LoadLog.newest(loads),
              vanishing,
              new CountedOutcomes(output, progress),
              this::names);
      addEnded(context, examined, rawTable, output);
      addLate(context, feed, examined, loads, rawTable, output);
      states.forEach(output::addState);
      archive.keep(context.delivery());
      if (!context.replay()) {
        // A replay that is interrupted finds its records open, and is done again from them.
        begun.note(entry(context, examined));
      }
      snapshot = output.commit();
    }
    loadLog.write(entry(context, examined));
    begun.forget(context.loadId());
    return result(context, examined, snapshot);
  }

  static LoadResult result(LoadContext context, Examination examined, Optional<Long> snapshot) {
    return new LoadResult(
        context.loadId(),
        context.source().id(),
        examined.arrived(),
        examined.accepted(),
        examined.quarantined(),
        examined.duplicate(),
        examined.missing(),
        examined.ended().size(),
        examined.reasons(),
        examined.warnings(),
        snapshot,
        false);
  }

  private static LoadEntry entry(LoadContext context, Examination examined) {
    return new LoadEntry(
        context.loadId(),
        context.source().id(),
        context.source().contract().version(),
        context.source().contentHash(),
        context.delivery().sha256(),
        context.delivery().file(),
        context.delivery().bytes(),
        context.snapshotDate(),
        examined.arrived(),
        examined.accepted(),
        examined.quarantined(),
        examined.duplicate(),
        examined.missing(),
        examined.ended().size(),
        examined.reasons(),
        examined.warnings(),
        LoadEntry.COMPLETE,
        context.arrival());
  }

  /** Rows that end keys repeat the values that held last. */
  private void addEnded(
      LoadContext context, Examination examined, String rawTable, LoadOutput output) {
    if (examined.ended().size() == 0) {
      return;
    }
    HashIndex done = new HashIndex();
    store.scan(
        rawTable,
        row -> {
          TextHash key = RawRow.keyHash(row);
          if (examined.ended().find(key) >= 0
              && !context.loadId().equals(row.get(RawRow.LOAD_ID))
              && context.known().isValidOn(row, context.snapshotDate())
              && done.find(key) < 0) {
            done.add(key);
            output.addRow(
                RawRow.of(
                    RawRow.content(row),
                    RawRow.value(row, RawRow.CONTENT_HASH).toString(),
                    RawRow.key(row),
                    new RawRow.Held(
                        context.known().nextRevision(key), RawRow.ENDED, context.snapshotDate()),
                    new RawRow.Place(context.delivery().sha256(), context.delivery().file(), 0),
                    context.loadId(),
                    context.arrival()));
          }
        });
  }

  /** What keeps the highest revision of a key its current one when a load comes late. */
  private void addLate(
      LoadContext context,
      RecordFeed feed,
      Examination examined,
      List<LoadEntry> loads,
      String rawTable,
      LoadOutput output) {
    List<LoadEntry> newer =
        loads.stream().filter(e -> e.snapshotDate().isAfter(context.snapshotDate())).toList();
    if (newer.isEmpty() || examined.accepted() == 0) {
      return;
    }
    Map<String, Map<String, @Nullable Object>> accepted = new HashMap<>();
    try (LoadPass pass = new LoadPass(context, feed)) {
      while (pass.hasNext()) {
        if (pass.next() instanceof Outcome.Accepted kept) {
          accepted.put(kept.key(), kept.row());
        }
      }
    }
    List<String> repeated = new ArrayList<>();
    store.scan(
        rawTable,
        row -> {
          String key = RawRow.key(row);
          if (accepted.containsKey(key)
              && !context.loadId().equals(row.get(RawRow.LOAD_ID))
              && ((LocalDate) RawRow.value(row, RawRow.SNAPSHOT_DATE))
                  .isAfter(context.snapshotDate())
              && context.known().isValidOn(row, LocalDate.MAX)) {
            output.addRow(repeated(context, row));
            repeated.add(key);
          }
        });
    repeated.forEach(accepted::remove);
    LateDelivery.rows(context, archive, accepted, newer).forEach(output::addRow);
  }

  private static Map<String, @Nullable Object> repeated(
      LoadContext context, Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> repeated = new HashMap<>(row);
    repeated.put(RawRow.REVISION, context.known().nextRevision(RawRow.keyHash(row)) + 1);
    repeated.put(RawRow.LOAD_ID, context.loadId());
    repeated.put(RawRow.KNOWN_FROM, context.arrival());
    if (!RawRow.ENDED.equals(row.get(RawRow.OPERATION))) {
      repeated.put(RawRow.OPERATION, RawRow.CONFIRMED);
    }
    return repeated;
  }

  /** Source keys of up to three of the keys, tokens where they are personal. */
  List<String> names(LoadContext context, HashIndex keys) {
    Set<String> names = new TreeSet<>();
    store.scan(
        "raw." + context.source().id(),
        List.of(RawRow.SOURCE_KEY, RawRow.OCCURRENCE),
        row -> {
          if (keys.find(RawRow.keyHash(row)) >= 0) {
            names.add(RawRow.value(row, RawRow.SOURCE_KEY).toString());
          }
        });
    return names.stream().limit(3).toList();
  }
}
