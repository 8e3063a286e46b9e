package org.citylake.ingestion.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.citylake.ingestion.quarantine.QuarantineLog;
import org.citylake.ingestion.store.TableStore;
import org.jspecify.annotations.Nullable;

/** Writes an examined load: vault, raw table, quarantine, then the log's row as mark of its end. */
final class LoadWriter {
  private final TableStore store;
  private final DeliveryArchive archive;
  private final LoadLog loadLog;
  private final QuarantineLog quarantineLog;

  LoadWriter(TableStore store, DeliveryArchive archive, QuarantineLog quarantineLog) {
    this.store = store;
    this.archive = archive;
    this.loadLog = new LoadLog(store);
    this.quarantineLog = quarantineLog;
  }

  /**
   * Writes what is not written yet.
   *
   * @param states further states of quarantined records, of a replay
   * @return the result, not marked as already done
   */
  LoadResult write(
      LoadContext context,
      RecordFeed feed,
      Examination examined,
      String rawTable,
      List<QuarantineEntry> states) {
    String loadId = context.loadId();
    List<Map<String, @Nullable Object>> extra =
        new ArrayList<>(endedRows(context, examined, rawTable));
    extra.addAll(lateRows(context, feed, examined, rawTable));
    if (context.vault().used()) {
      writeVault(context, feed, examined);
    }
    Optional<Long> snapshot = Optional.empty();
    if (examined.accepted() > 0 || !extra.isEmpty()) {
      try (LoadPass pass = new LoadPass(context, feed)) {
        Iterator<Map<String, @Nullable Object>> rows =
            Stream.concat(
                    outcomes(pass)
                        .filter(Outcome.Accepted.class::isInstance)
                        .map(o -> ((Outcome.Accepted) o).row()),
                    extra.stream())
                .iterator();
        Iterable<Map<String, @Nullable Object>> once = () -> rows;
        snapshot = Optional.of(store.append(rawTable, loadId + "/" + rawTable, once));
      }
    }
    if (examined.quarantined() > 0 || !states.isEmpty()) {
      try (LoadPass pass = new LoadPass(context, feed)) {
        Iterator<QuarantineEntry> entries =
            Stream.concat(refused(pass), states.stream()).iterator();
        quarantineLog.write(loadId, () -> entries);
      }
    }
    loadLog.write(entry(context, examined));
    return result(context, examined, snapshot);
  }

  /** Before the rows that need them: a token without its value could never be read again. */
  private void writeVault(LoadContext context, RecordFeed feed, Examination examined) {
    String loadId = context.loadId();
    if (examined.accepted() > 0) {
      String table = store.applyVault(context.source());
      try (LoadPass pass = new LoadPass(context, feed)) {
        Iterator<Map<String, @Nullable Object>> rows =
            outcomes(pass)
                .filter(Outcome.Accepted.class::isInstance)
                .flatMap(o -> ((Outcome.Accepted) o).sealed().stream())
                .iterator();
        Iterable<Map<String, @Nullable Object>> once = () -> rows;
        store.append(table, loadId + "/" + table, once);
      }
    }
    if (examined.quarantined() > 0) {
      try (LoadPass pass = new LoadPass(context, feed)) {
        Iterator<QuarantineEntry> entries = refused(pass).iterator();
        quarantineLog.seal(loadId, () -> entries);
      }
    }
  }

  private static Stream<QuarantineEntry> refused(LoadPass pass) {
    return outcomes(pass)
        .filter(Outcome.Refused.class::isInstance)
        .map(o -> ((Outcome.Refused) o).entry());
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
  private List<Map<String, @Nullable Object>> endedRows(
      LoadContext context, Examination examined, String rawTable) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    if (examined.ended().isEmpty()) {
      return rows;
    }
    Set<String> done = new HashSet<>();
    store.scan(
        rawTable,
        row -> {
          String key = RawRow.key(row);
          if (examined.ended().contains(key)
              && !context.loadId().equals(row.get(RawRow.LOAD_ID))
              && context.known().isValidOn(row, context.snapshotDate())
              && done.add(key)) {
            rows.add(
                RawRow.of(
                    RawRow.content(row),
                    key,
                    new RawRow.Held(
                        context.known().nextRevision(key), RawRow.ENDED, context.snapshotDate()),
                    new RawRow.Place(context.delivery().sha256(), context.delivery().file(), 0),
                    context.loadId(),
                    context.arrival()));
          }
        });
    return rows;
  }

  /** What keeps the highest revision of a key its current one when a load comes late. */
  private List<Map<String, @Nullable Object>> lateRows(
      LoadContext context, RecordFeed feed, Examination examined, String rawTable) {
    List<LoadEntry> newer =
        loadLog.ofSource(context.source().id()).stream()
            .filter(e -> e.snapshotDate().isAfter(context.snapshotDate()))
            .toList();
    if (newer.isEmpty() || examined.accepted() == 0) {
      return List.of();
    }
    Map<String, Map<String, @Nullable Object>> accepted = new HashMap<>();
    try (LoadPass pass = new LoadPass(context, feed)) {
      while (pass.hasNext()) {
        if (pass.next() instanceof Outcome.Accepted kept) {
          accepted.put(kept.key(), kept.row());
        }
      }
    }
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    store.scan(
        rawTable,
        row -> {
          String key = RawRow.key(row);
          if (accepted.containsKey(key)
              && !context.loadId().equals(row.get(RawRow.LOAD_ID))
              && ((LocalDate) RawRow.value(row, RawRow.SNAPSHOT_DATE))
                  .isAfter(context.snapshotDate())
              && context.known().isValidOn(row, LocalDate.MAX)) {
            rows.add(repeated(context, row));
          }
        });
    rows.forEach(row -> accepted.remove(RawRow.key(row)));
    rows.addAll(LateDelivery.rows(context, archive, accepted, newer));
    return rows;
  }

  private static Map<String, @Nullable Object> repeated(
      LoadContext context, Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> repeated = new HashMap<>(row);
    repeated.put(RawRow.REVISION, context.known().nextRevision(RawRow.key(row)) + 1);
    repeated.put(RawRow.LOAD_ID, context.loadId());
    repeated.put(RawRow.KNOWN_FROM, context.arrival());
    if (!RawRow.ENDED.equals(row.get(RawRow.OPERATION))) {
      repeated.put(RawRow.OPERATION, RawRow.CONFIRMED);
    }
    return repeated;
  }

  private static Stream<Outcome> outcomes(LoadPass pass) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(pass, Spliterator.ORDERED), false);
  }
}
