package org.citylake.entities.water;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The results of one factor at one section over a month or a year, summed exactly, so that their
 * order cannot change the mean. A result below the limit of detection counts as half of that limit.
 * Source: 环办〔2011〕22号 (arithmetic means); HJ/T 91-2002 and HJ 91.2-2022 (half the limit).
 *
 * @param results how many
 * @param belowDetection how many of them lie below the limit of detection
 * @param sum in the factor's unit
 */
public record FactorMean(int results, int belowDetection, BigDecimal sum) {
  /** Digits after the point of a mean. */
  public static final int SCALE = 10;

  /** No result. */
  public static final FactorMean EMPTY = new FactorMean(0, 0, BigDecimal.ZERO);

  private static final BigDecimal HALF = new BigDecimal("0.5");

  public FactorMean {
    sum = sum.stripTrailingZeros();
  }

  /** With one more measured value. */
  public FactorMean plus(BigDecimal value) {
    return new FactorMean(results + 1, belowDetection, sum.add(value));
  }

  /** With one more result below the limit of detection. */
  public FactorMean plusBelow(BigDecimal detectionLimit) {
    return new FactorMean(results + 1, belowDetection + 1, sum.add(detectionLimit.multiply(HALF)));
  }

  /** With the results of another part of the time. */
  public FactorMean plus(FactorMean other) {
    return new FactorMean(
        results + other.results, belowDetection + other.belowDetection, sum.add(other.sum));
  }

  /** Whether nothing was found in any sample. */
  public boolean notDetected() {
    return results > 0 && results == belowDetection;
  }

  /**
   * The mean, 10 digits, HALF_EVEN.
   *
   * @throws IllegalStateException when there is no result
   */
  public BigDecimal mean() {
    if (results == 0) {
      throw new IllegalStateException("There is no mean of no results");
    }
    return sum.divide(BigDecimal.valueOf(results), SCALE, RoundingMode.HALF_EVEN);
  }
}
