package org.citylake.ingestion.quality;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.QualityRule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * How current the data of a source are.
 *
 * @param status the newest data's age against the contract's rhythm
 * @param snapshotDate the newest day that a load speaks of; null when nothing was loaded
 * @param ageDays days from there to the day of asking; null when nothing was loaded
 * @param due the last day on which they are fresh; null when nothing was loaded or no rhythm holds
 */
public record Freshness(
    Status status,
    @Nullable LocalDate snapshotDate,
    @Nullable Long ageDays,
    @Nullable LocalDate due) {
  /** Where the city's days begin. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** The rule of a delivery that came after its day was due. */
  public static final String LATE_DELIVERY = "late-delivery";

  /** A source's newest data against its rhythm. */
  public enum Status {
    /** One cycle, with the latency that the contract allows, has not passed yet. */
    FRESH,
    /** It has. */
    LATE,
    /** Nothing was ever loaded. */
    NEVER,
    /** There are data, and no rhythm is declared or they come irregularly. */
    UNSCHEDULED
  }

  /**
   * The freshness on a day.
   *
   * @param newest the newest day that a load speaks of
   */
  public static Freshness of(DataContract contract, Optional<LocalDate> newest, LocalDate today) {
    if (newest.isEmpty()) {
      return new Freshness(Status.NEVER, null, null, null);
    }
    LocalDate day = newest.get();
    long age = ChronoUnit.DAYS.between(day, today);
    return contract
        .rhythm()
        .map(r -> r.due(day))
        .map(due -> new Freshness(today.isAfter(due) ? Status.LATE : Status.FRESH, day, age, due))
        .orElseGet(() -> new Freshness(Status.UNSCHEDULED, day, age, null));
  }

  /** A warning when a delivery arrives after data of its day were due. */
  public static Optional<Finding> lateArrival(
      DataContract contract, LocalDate snapshotDate, OffsetDateTime arrival) {
    LocalDate arrived = arrival.atZoneSameInstant(ZONE).toLocalDate();
    return contract
        .rhythm()
        .map(r -> r.due(snapshotDate))
        .filter(arrived::isAfter)
        .map(
            due ->
                new Finding(
                    LATE_DELIVERY,
                    "data of "
                        + snapshotDate
                        + " were due on "
                        + due
                        + " and arrived on "
                        + arrived,
                    Severity.WARN));
  }

  /** As JSON, keys lower_snake. */
  public Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("status", status.name().toLowerCase(Locale.ROOT));
    object.put("snapshot_date", snapshotDate == null ? null : snapshotDate.toString());
    object.put("age_days", ageDays);
    object.put("due", due == null ? null : due.toString());
    return object;
  }
}
