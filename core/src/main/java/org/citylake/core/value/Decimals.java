package org.citylake.core.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Arithmetic of figures, {@code decimal(38,10)}, see docs/adr/0006. */
public final class Decimals {
  /** Digits after the point. */
  public static final int SCALE = 10;

  /** Digits in all. */
  public static final int PRECISION = 38;

  private Decimals() {}

  /**
   * {@code multiplier × numerator ÷ denominator}, computed exactly and rounded once, HALF_EVEN, to
   * 10 digits after the point.
   *
   * @throws ArithmeticException when the denominator is zero or the value needs more than 38 digits
   */
  public static BigDecimal divide(
      BigDecimal multiplier, BigDecimal numerator, BigDecimal denominator) {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("The denominator is zero");
    }
    return fit(multiplier.multiply(numerator).divide(denominator, SCALE, RoundingMode.HALF_EVEN));
  }

  /**
   * The number with 10 digits after the point, rounded HALF_EVEN.
   *
   * @throws ArithmeticException when it needs more than 38 digits
   */
  public static BigDecimal of(BigDecimal number) {
    return fit(number.setScale(SCALE, RoundingMode.HALF_EVEN));
  }

  private static BigDecimal fit(BigDecimal number) {
    if (number.precision() > PRECISION) {
      throw new ArithmeticException("More than " + PRECISION + " digits: " + number);
    }
    return number;
  }
}
