package org.citylake.entities.air;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A city's concentration: the mean of its stations'. Source: HJ 663-2013, 4 and 5.1. */
public final class CityConcentration {
  /** Of a hundred stations so many must have a valid value. */
  public static final int VALID_PERCENT = 75;

  private static final int HUNDRED = 100;

  private CityConcentration() {}

  /**
   * The mean.
   *
   * @param stations one value for each of the city's stations, in one unit; null where it is not
   *     valid
   * @return 10 digits, HALF_EVEN; empty when fewer than 75 % of the stations have a valid value
   */
  public static Optional<BigDecimal> mean(List<? extends @Nullable BigDecimal> stations) {
    List<BigDecimal> valid =
        stations.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    if (valid.isEmpty() || valid.size() * HUNDRED < stations.size() * VALID_PERCENT) {
      return Optional.empty();
    }
    BigDecimal sum = valid.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return Optional.of(
        sum.divide(BigDecimal.valueOf(valid.size()), PollutantDay.SCALE, RoundingMode.HALF_EVEN));
  }
}
