package org.citylake.core.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A schedule by cron in a time zone. A slot is the instant at which it is due; the same schedule
 * has the same slots for ever, whoever asks and when.
 *
 * <p>Days and hours are local to the zone. A local time that is skipped when clocks go forward has
 * no slot on that day; one that comes twice when they go back has one slot, at its first coming,
 * unless the schedule is for every hour.
 */
public final class CronSchedule {
  /** The most slots that are due at once; the others are due the next time one asks. */
  public static final int MOST = 100;

  private final String cron;
  private final ZoneId zone;
  private final ExecutionTime times;

  private CronSchedule(String cron, ZoneId zone) {
    this.cron = cron;
    this.zone = zone;
    this.times =
        ExecutionTime.forCron(
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(cron));
  }

  /**
   * A schedule.
   *
   * @param cron five fields as in crontab: minute, hour, day of month, month, day of week
   * @throws IllegalArgumentException that says what is wrong with the expression
   */
  public static CronSchedule parse(String cron, ZoneId zone) {
    return new CronSchedule(cron, zone);
  }

  /** The expression as it was declared. */
  public String cron() {
    return cron;
  }

  /** The zone that its days and hours are of. */
  public ZoneId zone() {
    return zone;
  }

  /** The first slot after an instant; empty when there is none, as for 30 February. */
  public Optional<Instant> next(Instant after) {
    ZonedDateTime from = after.atZone(zone);
    Optional<ZonedDateTime> found = times.nextExecution(from);
    while (found.isPresent() && repeated(found.get())) {
      found = times.nextExecution(found.get());
    }
    return found.map(ZonedDateTime::toInstant);
  }

  /**
   * The slots after the last one up to now, oldest first; none when the clock stands before the
   * last slot, so that a clock that is set back repeats nothing.
   */
  public List<Instant> dueSlots(Instant lastSlot, Instant now, CatchUp catchUp) {
    return switch (catchUp) {
      case LATEST -> latest(lastSlot, now).stream().toList();
      case ALL -> all(lastSlot, now);
    };
  }

  private Optional<Instant> latest(Instant lastSlot, Instant now) {
    // The library's "last" excludes the very instant, so one asks from just behind it.
    Optional<ZonedDateTime> found = times.lastExecution(now.plusMillis(1).atZone(zone));
    while (found.isPresent() && repeated(found.get())) {
      found = times.lastExecution(found.get());
    }
    return found.map(ZonedDateTime::toInstant).filter(slot -> slot.isAfter(lastSlot));
  }

  private List<Instant> all(Instant lastSlot, Instant now) {
    List<Instant> due = new ArrayList<>();
    Optional<Instant> slot = next(lastSlot);
    while (slot.isPresent() && !slot.get().isAfter(now) && due.size() < MOST) {
      due.add(slot.get());
      slot = next(slot.get());
    }
    return due;
  }

  /** Whether the slot's local time came once already before the clocks went back. */
  private boolean repeated(ZonedDateTime slot) {
    boolean hourly = cron.strip().split("\\s+")[1].contains("*");
    return !hourly && !slot.equals(slot.withEarlierOffsetAtOverlap());
  }
}
