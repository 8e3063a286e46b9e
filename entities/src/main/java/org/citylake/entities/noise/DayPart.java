package org.citylake.entities.noise;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Day and night by the local clock. Source: GB 3096-2008, 3.6. */
public enum DayPart {
  /** 06:00 to 22:00. */
  DAY,
  /** 22:00 to 06:00. */
  NIGHT;

  private static final LocalTime MORNING = LocalTime.of(6, 0);
  private static final LocalTime EVENING = LocalTime.of(22, 0);

  /** The part that a time lies in; each part has its beginning and not its end. */
  public static DayPart of(LocalTime time) {
    return time.isBefore(MORNING) || !time.isBefore(EVENING) ? NIGHT : DAY;
  }

  /** The date that a time counts for: a night counts for the date on which it begins. */
  public static LocalDate date(LocalDateTime time) {
    return time.toLocalTime().isBefore(MORNING)
        ? time.toLocalDate().minusDays(1)
        : time.toLocalDate();
  }
}
