package org.citylake.entities.air;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The hours of one station's day of a pollutant but ozone, one value an hour, summed exactly, so
 * that their order cannot change the sum.
 *
 * @param hours hours with a value, 0..24
 * @param sum sum of the hourly values in the pollutant's unit, scale 10
 */
public record PollutantDay(int hours, BigDecimal sum) {
  /** Digits after the point of sums and means. */
  public static final int SCALE = 10;

  /** A day without values. */
  public static final PollutantDay EMPTY =
      new PollutantDay(0, BigDecimal.ZERO.setScale(SCALE, RoundingMode.UNNECESSARY));

  public PollutantDay {
    if (hours < 0 || hours > 24) {
      throw new IllegalArgumentException("A day has 0 to 24 hours: " + hours);
    }
    sum = sum.setScale(SCALE, RoundingMode.UNNECESSARY);
  }

  /** The day with one more hour's value, of at most 10 digits after the point. */
  public PollutantDay plus(BigDecimal value) {
    return new PollutantDay(hours + 1, sum.add(value));
  }

  /** Whether at least 20 hours have a value. */
  public boolean valid() {
    return DataValidity.day(hours);
  }

  /** Mean, 10 digits, HALF_EVEN; empty when the day is not valid. */
  public Optional<BigDecimal> mean() {
    return valid()
        ? Optional.of(sum.divide(BigDecimal.valueOf(hours), SCALE, RoundingMode.HALF_EVEN))
        : Optional.empty();
  }

  /**
   * Whether the mean, unrounded, is over the limit; empty when the day is not valid. HJ 663 rounds
   * a mean to whole µg/m³ before it is compared; CityLake compares what was measured.
   */
  public Optional<Boolean> exceeds(BigDecimal limit) {
    return mean().map(mean -> mean.compareTo(limit) > 0);
  }
}
