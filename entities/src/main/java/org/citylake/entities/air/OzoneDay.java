package org.citylake.entities.air;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hours of one place's day of ozone.
 *
 * <p>A mean of 8 hours belongs to the hour that it ends with; of a day count those that end at
 * 08:00 to 24:00, so that each lies within the day. Source: GB 3095-2012, 3.9 and table 4; HJ
 * 663-2013, table 2: 14 of these 17 must be valid, unless the greatest is over the limit already.
 *
 * @param hours 24 values in µg/m³: the hour that ends at 01:00 first; null where there is none
 */
public record OzoneDay(List<? extends @Nullable BigDecimal> hours) {
  /** Means of 8 hours that make a day valid. */
  public static final int VALID_MEANS = 14;

  private static final int HOURS = 24;
  private static final int WINDOW = 8;

  public OzoneDay {
    if (hours.size() != HOURS) {
      throw new IllegalArgumentException("A day has 24 hours: " + hours.size());
    }
    hours = Collections.unmodifiableList(new ArrayList<>(hours));
  }

  /** The valid means of 8 hours that end at 08:00 to 24:00, 10 digits, HALF_EVEN. */
  public List<BigDecimal> eightHourMeans() {
    List<BigDecimal> means = new ArrayList<>();
    for (int end = WINDOW; end <= HOURS; end++) {
      List<BigDecimal> window = present(hours.subList(end - WINDOW, end));
      if (DataValidity.eightHours(window.size())) {
        BigDecimal sum = window.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        means.add(
            sum.divide(
                BigDecimal.valueOf(window.size()), PollutantDay.SCALE, RoundingMode.HALF_EVEN));
      }
    }
    return means;
  }

  /**
   * The day's greatest mean of 8 hours.
   *
   * @param limit the limit in force, µg/m³
   * @return empty when the day is not valid
   */
  public Optional<BigDecimal> greatestEightHourMean(BigDecimal limit) {
    List<BigDecimal> means = eightHourMeans();
    Optional<BigDecimal> greatest = means.stream().max(BigDecimal::compareTo);
    return greatest.filter(g -> means.size() >= VALID_MEANS || g.compareTo(limit) > 0);
  }

  /** The day's greatest hour; empty when there is none. */
  public Optional<BigDecimal> greatestHour() {
    return present(hours).stream().max(BigDecimal::compareTo);
  }

  private static List<BigDecimal> present(List<? extends @Nullable BigDecimal> values) {
    return values.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
  }
}
