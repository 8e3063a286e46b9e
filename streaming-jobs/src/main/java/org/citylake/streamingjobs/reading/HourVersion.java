package org.citylake.streamingjobs.reading;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * One value of an hour, held compactly because every hour of a replay has one.
 *
 * @param observedAt beginning of the hour, in milliseconds
 * @param revision the highest is current; 0 while not decided
 * @param value in the station's unit, scale 10
 * @param station place in the day's list of stations' properties
 * @param snapshotDay the day whose state its delivery told
 * @param knownFrom arrival of its delivery, in milliseconds
 * @param line physical line in its delivery
 */
public record HourVersion(
    long observedAt,
    int revision,
    BigDecimal value,
    int station,
    long snapshotDay,
    long knownFrom,
    long line) {
  /** The order in which versions came to hold: by delivery's day, arrival and line. */
  public static final Comparator<HourVersion> ORDER =
      Comparator.comparingLong(HourVersion::snapshotDay)
          .thenComparingLong(HourVersion::knownFrom)
          .thenComparingLong(HourVersion::line)
          .thenComparingInt(HourVersion::station)
          .thenComparing(HourVersion::value);

  /** Whether it says the same. */
  boolean equalContent(HourVersion other) {
    return station == other.station && value.compareTo(other.value) == 0;
  }

  /** Whether it is the same record of the same delivery, which was sent again. */
  boolean repeats(HourVersion other) {
    return snapshotDay == other.snapshotDay && line == other.line && equalContent(other);
  }

  /** The same version with its revision. */
  HourVersion revised(int number) {
    return new HourVersion(observedAt, number, value, station, snapshotDay, knownFrom, line);
  }
}
