package org.citylake.ingestion.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citylake.core.contract.QualityRule.Severity;
import org.citylake.ingestion.key.HashIndex;
import org.citylake.ingestion.key.TextHash;
import org.citylake.ingestion.quality.DeliveryRules;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.quality.Freshness;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.citylake.ingestion.quarantine.RefusedBytes;
import org.citylake.ingestion.record.BusinessKey;
import org.citylake.ingestion.record.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Decides record by record, in the file's order, what becomes of it: quarantine, duplicate, or a
 * new version. Two judges of the same context decide alike. Not safe for several threads.
 */
final class RecordJudge {
  private final LoadContext context;
  private final DeliveryRules deliveryRules;
  private final BusinessKey businessKey;
  private final SeenKeys seen = new SeenKeys();
  private final Occurrences rows = new Occurrences();
  private final Occurrences refusals = new Occurrences();
  private final Map<String, Long> warnings = new TreeMap<>();
  private final Map<String, String> stops = new TreeMap<>();
  private boolean unreadable;

  RecordJudge(LoadContext context) {
    this.context = context;
    this.deliveryRules = new DeliveryRules(context.source().contract(), context.volumesBefore());
    this.businessKey = new BusinessKey(context.source().contract());
  }

  /** Judges the next record. */
  Outcome judge(PreparedRecord prepared) {
    SourceRecord record = prepared.record();
    for (Finding finding : deliveryRules.see(record.values())) {
      record = record.with(finding);
    }
    for (Finding finding : context.references().judge(record.values())) {
      record = record.with(finding);
    }
    note(record.findings());
    RawRow.Place place = prepared.place();
    if (record.values().isEmpty()) {
      unreadable = true;
      return refused(record, place);
    }
    if (!record.accepted()) {
      // A row that is wrong is there all the same: its key has not ended.
      seen.touch(prepared.key());
      unreadable |= !businessKey.declared();
      return refused(record, place);
    }
    int occurrence = businessKey.declared() ? 1 : rows.next(prepared.key());
    TextHash key = prepared.key().at(occurrence);
    TextHash content = TextHash.ofHexadecimal(prepared.content());
    Optional<TextHash> before = seen.put(key, content);
    if (before.isPresent()) {
      return before.get().equals(content)
          ? new Outcome.Duplicate()
          : refused(record.with(conflict(record)), place);
    }
    Optional<KeyVersions.Version> held = context.known().asOf(key, context.snapshotDate());
    Map<String, @Nullable Object> values = record.values();
    boolean ends = context.source().format().status().filter(s -> s.ends(values)).isPresent();
    if (held.isPresent() && held.get().ended() == ends && held.get().hash().equals(content)) {
      return new Outcome.Duplicate();
    }
    if (context.replay()
        && held.isPresent()
        && held.get().delivery().equals(place.delivery())
        && held.get().snapshotDate().equals(context.snapshotDate())) {
      return refused(record.with(conflict(record)), place);
    }
    if (ends && held.isEmpty()) {
      record = record.with(unknownEnd(record));
      note(record.findings().subList(record.findings().size() - 1, record.findings().size()));
    }
    int revision = context.known().nextRevision(key);
    String operation = ends ? RawRow.ENDED : revision == 1 ? RawRow.NEW : RawRow.VERSION;
    return accepted(
        record,
        prepared,
        RawRow.key(prepared.sourceKey(), occurrence),
        new RawRow.Held(revision, operation, context.snapshotDate()));
  }

  private Outcome accepted(
      SourceRecord record, PreparedRecord prepared, String key, RawRow.Held held) {
    return new Outcome.Accepted(
        key,
        RawRow.warned(
            RawRow.of(
                prepared.open(),
                prepared.content(),
                key,
                held,
                prepared.place(),
                context.loadId(),
                context.arrival()),
            record,
            context.vault().used()),
        context.vault().used()
            ? Optional.of(
                context
                    .vault()
                    .sealed(
                        key,
                        prepared.content(),
                        record.values(),
                        context.loadId(),
                        context.arrival()))
            : Optional.empty());
  }

  private Finding unknownEnd(SourceRecord record) {
    return new Finding(
        "ended-unknown",
        "the record ends the key "
            + businessKey.shown(record.values())
            + ", which was not known on that day: ask the agency for the record that it ends",
        Severity.WARN);
  }

  private Finding conflict(SourceRecord record) {
    return Finding.error(
        "key-conflict",
        "another row of the same delivery has the key "
            + businessKey.shown(record.values())
            + " and other values: ask the agency which one holds");
  }

  private Outcome refused(SourceRecord record, RawRow.Place place) {
    String fingerprint = context.vault().fingerprint(record.bytes());
    String same = QuarantineEntry.id("", record.variable(), fingerprint, 0);
    int occurrence = refusals.next(TextHash.of(same));
    String id =
        QuarantineEntry.id(context.source().id(), record.variable(), fingerprint, occurrence);
    if (context.openQuarantine().contains(id)) {
      return new Outcome.Duplicate();
    }
    return new Outcome.Refused(
        new QuarantineEntry(
            id,
            context.arrival(),
            QuarantineEntry.OPEN,
            context.source().id(),
            context.loadId(),
            place.delivery(),
            place.file(),
            place.line(),
            record.variable(),
            context.vault().used()
                ? new RefusedBytes.Personal(Optional.of(record.bytes()))
                : new RefusedBytes.Open(record.bytes()),
            record.reasons(),
            context.source().contract().version()));
  }

  private void note(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.severity() == Severity.WARN) {
        warnings.merge(finding.rule(), 1L, Long::sum);
      } else if (finding.severity() == Severity.STOP) {
        stops.putIfAbsent(finding.rule(), finding.message());
      }
    }
  }

  /** Ends the delivery: judges what needs all of it. */
  void finish() {
    note(deliveryRules.finish());
    note(context.references().unchecked());
    // What is replayed arrived with its first load.
    if (!context.replay()) {
      Freshness.lateArrival(context.source().contract(), context.snapshotDate(), context.arrival())
          .ifPresent(late -> note(List.of(late)));
    }
  }

  /** Keys that the delivery had, also those of refused rows. */
  HashIndex touched() {
    return seen.keys();
  }

  /** Whether a row's key could not be told, so that no key's absence is sure. */
  boolean unreadable() {
    return unreadable;
  }

  /** Rule to number of findings that only warn. */
  Map<String, Long> warnings() {
    return warnings;
  }

  /** Rule to first message of findings that stop the load. */
  Map<String, String> stops() {
    return stops;
  }
}
