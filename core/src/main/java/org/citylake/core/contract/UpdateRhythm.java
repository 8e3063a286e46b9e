package org.citylake.core.contract;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.contract.DirectoryEntry.UpdateCycle;
import org.jspecify.annotations.Nullable;

/**
 * How often a source is updated, and how much longer its delivery may take: {@code frequency} and
 * {@code latency} of the contract's {@code slaProperties}, without a frequency the directory's
 * update cycle.
 *
 * @param cycle from one day that a delivery tells to the next
 * @param latency how much longer a delivery may take; zero unless the contract says so
 */
public record UpdateRhythm(Period cycle, Period latency) {
  /** Where the reader of contracts leaves the contract's service levels. */
  static final String KEY = "slaProperties";

  static final String FREQUENCY = "frequency";
  static final String LATENCY = "latency";

  /** The last day on which data of a day are the newest that can be asked for. */
  public LocalDate due(LocalDate snapshotDate) {
    return snapshotDate.plus(cycle).plus(latency);
  }

  /** The rhythm of a contract's custom keys; empty where none is declared, or an irregular one. */
  static Optional<UpdateRhythm> of(Map<String, Object> custom) {
    Period latency = level(custom, LATENCY).orElse(Period.ZERO);
    return level(custom, FREQUENCY)
        .or(() -> DirectoryEntry.of(custom).flatMap(d -> cycle(d.updateCycle())))
        .map(cycle -> new UpdateRhythm(cycle, latency));
  }

  /** The period of a service level; empty when it is none. */
  static Optional<Period> period(@Nullable Object value, String unit) {
    if (!(value instanceof Integer count) || count < 0) {
      return Optional.empty();
    }
    return switch (unit) {
      case "d", "day", "days" -> Optional.of(Period.ofDays(count));
      case "w", "week", "weeks" -> Optional.of(Period.ofWeeks(count));
      case "m", "month", "months" -> Optional.of(Period.ofMonths(count));
      case "y", "yr", "year", "years" -> Optional.of(Period.ofYears(count));
      default -> Optional.empty();
    };
  }

  private static Optional<Period> level(Map<String, Object> custom, String name) {
    return custom.get(KEY) instanceof List<?> levels
        ? levels.stream()
            .filter(l -> l instanceof Map<?, ?> level && name.equals(level.get("property")))
            .map(l -> (Map<?, ?>) l)
            .findFirst()
            .flatMap(l -> period(l.get("value"), String.valueOf(l.get("unit"))))
        : Optional.empty();
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
