package org.citylake.metrics.environment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The hours of one station's day of PM2.5 or PM10, one value an hour, summed exactly, so that their
 * order cannot change the sum.
 *
 * @param hours hours with a value, 0..24
 * @param sum sum of the hourly values in µg/m³, scale 10
 */
public record ParticulateDay(int hours, BigDecimal sum) {
  /** Hours that make a day valid. Source: GB 3095-2012, 6.4, table 4. */
  public static final int VALID_HOURS = 20;

  /** Digits after the point of sums and means. */
  public static final int SCALE = 10;

  /** A day without values. */
  public static final ParticulateDay EMPTY =
      new ParticulateDay(0, BigDecimal.ZERO.setScale(SCALE, RoundingMode.UNNECESSARY));

  public ParticulateDay {
    if (hours < 0 || hours > 24) {
      throw new IllegalArgumentException("A day has 0 to 24 hours: " + hours);
    }
    sum = sum.setScale(SCALE, RoundingMode.UNNECESSARY);
  }

  /** The day with one more hour's value, in µg/m³, of at most 10 digits after the point. */
  public ParticulateDay plus(BigDecimal value) {
    return new ParticulateDay(hours + 1, sum.add(value));
  }

  /** Whether at least 20 hours have a value. */
  public boolean valid() {
    return hours >= VALID_HOURS;
  }

  /** Mean in µg/m³, 10 digits, HALF_EVEN; empty when the day is not valid. */
  public Optional<BigDecimal> mean() {
    return valid()
        ? Optional.of(sum.divide(BigDecimal.valueOf(hours), SCALE, RoundingMode.HALF_EVEN))
        : Optional.empty();
  }

  /**
   * Whether the mean, unrounded, is over the limit in µg/m³; empty when the day is not valid. HJ
   * 663 rounds a mean to whole µg/m³ before it is compared; CityLake compares what was measured.
   */
  public Optional<Boolean> exceeds(BigDecimal limit) {
    return mean().map(mean -> mean.compareTo(limit) > 0);
  }
}
