package org.citylake.cli.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.contract.DirectoryEntry.UpdateCycle;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.load.LoadEntry;
import org.jspecify.annotations.Nullable;

/**
 * What was loaded of a source.
 *
 * @param lastLoad when the last load arrived
 * @param snapshotDate the newest day that a load speaks of
 * @param late whether the day after one update cycle from there has passed; null where no cycle is
 *     declared
 * @param arrived records of all loads
 * @param accepted how many of them passed
 * @param quarantined how many of them were refused
 */
record SourceActivity(
    OffsetDateTime lastLoad,
    LocalDate snapshotDate,
    @Nullable Boolean late,
    long arrived,
    long accepted,
    long quarantined) {
  /** From the finished loads; empty when there is none. */
  static Optional<SourceActivity> of(SourceDeclaration source, List<LoadEntry> loads, Clock clock) {
    if (loads.isEmpty()) {
      return Optional.empty();
    }
    LocalDate newest =
        loads.stream().map(LoadEntry::snapshotDate).max(Comparator.naturalOrder()).orElseThrow();
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    return Optional.of(
        new SourceActivity(
            loads.stream().map(LoadEntry::arrivedAt).max(Comparator.naturalOrder()).orElseThrow(),
            newest,
            source
                .contract()
                .directory()
                .flatMap(d -> cycle(d.updateCycle()))
                .map(c -> newest.plus(c).isBefore(today))
                .orElse(null),
            loads.stream().mapToLong(LoadEntry::arrived).sum(),
            loads.stream().mapToLong(LoadEntry::accepted).sum(),
            loads.stream().mapToLong(LoadEntry::quarantined).sum()));
  }

  Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("last_load", lastLoad.toString());
    object.put("snapshot_date", snapshotDate.toString());
    object.put("late", late);
    object.put("arrived", arrived);
    object.put("accepted", accepted);
    object.put("quarantined", quarantined);
    object.put("quarantined_share", arrived == 0 ? null : (double) quarantined / arrived);
    return object;
  }

  private static Optional<Period> cycle(UpdateCycle cycle) {
    return switch (cycle) {
      case REAL_TIME, DAILY -> Optional.of(Period.ofDays(1));
      case WEEKLY -> Optional.of(Period.ofWeeks(1));
      case MONTHLY -> Optional.of(Period.ofMonths(1));
      case QUARTERLY -> Optional.of(Period.ofMonths(3));
      case HALF_YEARLY -> Optional.of(Period.ofMonths(6));
      case YEARLY -> Optional.of(Period.ofYears(1));
      case IRREGULAR -> Optional.empty();
    };
  }
}
