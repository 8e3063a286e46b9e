package org.citylake.ingestion.load;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.citylake.core.contract.QualityRule.Severity;
import org.citylake.ingestion.quality.DeliveryRules;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.quality.Freshness;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.citylake.ingestion.quarantine.RefusedBytes;
import org.citylake.ingestion.record.BusinessKey;
import org.citylake.ingestion.record.RecordValidator;
import org.citylake.ingestion.record.RowHash;
import org.citylake.ingestion.record.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Decides record by record, in the file's order, what becomes of it: quarantine, duplicate, or a
 * new version. Two judges of the same context decide alike. Not safe for several threads.
 */
final class RecordJudge {
  private final LoadContext context;
  private final RecordValidator validator;
  private final DeliveryRules deliveryRules;
  private final BusinessKey businessKey;
  private final Map<String, String> seen = new HashMap<>();
  private final Map<String, Integer> occurrences = new HashMap<>();
  private final Set<String> touched = new HashSet<>();
  private final Map<String, Long> warnings = new TreeMap<>();
  private final Map<String, String> stops = new TreeMap<>();
  private boolean unreadable;

  RecordJudge(LoadContext context) {
    this.context = context;
    this.validator = new RecordValidator(context.source(), context.library());
    this.deliveryRules = new DeliveryRules(context.source().contract(), context.volumesBefore());
    this.businessKey = new BusinessKey(context.source().contract());
  }

  /** Judges the next record; its values are still text. */
  Outcome judge(SourceRecord parsed, RawRow.Place place) {
    SourceRecord record = validator.validate(parsed);
    for (Finding finding : deliveryRules.see(record.values())) {
      record = record.with(finding);
    }
    for (Finding finding : context.references().judge(record.values())) {
      record = record.with(finding);
    }
    note(record.findings());
    if (record.values().isEmpty()) {
      unreadable = true;
      return refused(record, place);
    }
    Map<String, @Nullable Object> open = context.vault().tokenised(record.values());
    String sourceKey = businessKey.of(open);
    if (!record.accepted()) {
      // A row that is wrong is there all the same: its key has not ended.
      touched.add(RawRow.key(sourceKey, 1));
      unreadable |= !businessKey.declared();
      return refused(record, place);
    }
    Map<String, @Nullable Object> values = record.values();
    String hash = RowHash.of(open);
    int occurrence =
        businessKey.declared() ? 1 : occurrences.merge("row " + sourceKey, 1, Integer::sum);
    String key = RawRow.key(sourceKey, occurrence);
    touched.add(key);
    String before = seen.putIfAbsent(key, hash);
    if (before != null) {
      return before.equals(hash)
          ? new Outcome.Duplicate()
          : refused(record.with(conflict(record)), place);
    }
    Optional<KeyVersions.Version> held = context.known().asOf(key, context.snapshotDate());
    boolean ends = context.source().format().status().filter(s -> s.ends(values)).isPresent();
    if (held.isPresent() && held.get().ended() == ends && held.get().hash().equals(hash)) {
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
    String operation = revision == 1 ? RawRow.NEW : RawRow.VERSION;
    return new Outcome.Accepted(
        key,
        RawRow.warned(
            RawRow.of(
                open,
                key,
                new RawRow.Held(revision, ends ? RawRow.ENDED : operation, context.snapshotDate()),
                place,
                context.loadId(),
                context.arrival()),
            record,
            context.vault().used()),
        context.vault().used()
            ? Optional.of(
                context
                    .vault()
                    .sealed(key, hash, record.values(), context.loadId(), context.arrival()))
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
    int occurrence = occurrences.merge("refused " + same, 1, Integer::sum);
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
  Set<String> touched() {
    return touched;
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
