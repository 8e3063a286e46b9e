package org.citylake.metrics.analysis;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citylake.core.value.TimePeriod;

/**
 * How often an indicator is given, by SDMX's code, and what an analysis needs at that pace. The
 * numbers bound the work: a series is looked at over its window alone.
 */
public enum Frequency {
  /** Years, no season. */
  ANNUAL("A", 1, 3, 6, 4, 1, 40, "[0-9]{4}"),
  /** Months, with a season of a year. */
  MONTHLY("M", 12, 12, 15, 12, 2, 120, "[0-9]{4}-[0-9]{2}"),
  /** Days, with a season of a week. */
  DAILY("D", 7, 14, 28, 14, 3, 140, "[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final String code;
  private final int season;
  private final int horizon;
  private final int minimumPoints;
  private final int minimumTraining;
  private final int step;
  private final int window;
  private final Pattern form;

  Frequency(
      String code,
      int season,
      int horizon,
      int minimumPoints,
      int minimumTraining,
      int step,
      int window,
      String form) {
    this.code = code;
    this.season = season;
    this.horizon = horizon;
    this.minimumPoints = minimumPoints;
    this.minimumTraining = minimumTraining;
    this.step = step;
    this.window = window;
    this.form = Pattern.compile(form);
  }

  /** The frequency of that code; empty for another one. */
  public static Optional<Frequency> find(String code) {
    return Stream.of(values()).filter(f -> f.code.equals(code)).findFirst();
  }

  /** SDMX's code. */
  public String code() {
    return code;
  }

  /** Periods of a season; 1 where there is none. */
  public int season() {
    return season;
  }

  /** Periods that a forecast reaches ahead. */
  public int horizon() {
    return horizon;
  }

  /** Fewest periods that are forecast from. */
  public int minimumPoints() {
    return minimumPoints;
  }

  /** Fewest periods before the first origin of a back-test. */
  public int minimumTraining() {
    return minimumTraining;
  }

  /** Periods between the origins of a back-test. */
  public int step() {
    return step;
  }

  /** Most periods that are looked at, the latest. */
  public int window() {
    return window;
  }

  /** The place of a period on the line of periods; empty for a period of another kind. */
  public OptionalLong index(String period) {
    if (!form.matcher(period).matches() || TimePeriod.find(period).isEmpty()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        switch (this) {
          case ANNUAL -> Long.parseLong(period);
          case MONTHLY -> {
            YearMonth month = YearMonth.parse(period);
            yield month.getYear() * 12L + month.getMonthValue() - 1;
          }
          case DAILY -> LocalDate.parse(period).toEpochDay();
        });
  }

  /** The period at a place. */
  public String period(long index) {
    return switch (this) {
      case ANNUAL -> Long.toString(index);
      case MONTHLY ->
          YearMonth.of(
                  Math.toIntExact(Math.floorDiv(index, 12L)), (int) Math.floorMod(index, 12L) + 1)
              .toString();
      case DAILY -> LocalDate.ofEpochDay(index).toString();
    };
  }
}
