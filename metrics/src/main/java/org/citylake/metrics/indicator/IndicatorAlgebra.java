package org.citylake.metrics.indicator;

import java.math.BigDecimal;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration.Method;
import org.citylake.core.value.Decimals;
import org.jspecify.annotations.Nullable;

/**
 * Values of indicators by ADR 0006: {@code multiplier × numerator ÷ denominator}, rounded once.
 *
 * <p>Everything here is total: bad data is a value with a status, never an exception.
 */
public final class IndicatorAlgebra {
  /** SDMX CL_OBS_STATUS: the value is missing. */
  public static final String MISSING = "M";

  /** SDMX CL_OBS_STATUS: a normal value. */
  public static final String NORMAL = "A";

  private IndicatorAlgebra() {}

  /**
   * The value, 10 digits after the point, HALF_EVEN.
   *
   * @return null when the numerator or the denominator is missing or the denominator is zero
   */
  public static @Nullable BigDecimal value(
      BigDecimal multiplier, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
    if (numerator == null || denominator == null || denominator.signum() == 0) {
      return null;
    }
    return Decimals.divide(multiplier, numerator, denominator);
  }

  /** The status that a value has: what its SQL said, normal if it said nothing, missing if null. */
  public static String status(@Nullable BigDecimal value, @Nullable String said) {
    if (value == null) {
      return MISSING;
    }
    return said == null ? NORMAL : said;
  }

  /** Whether the value is possible by the declaration; a missing one is. */
  public static boolean inRange(IndicatorDeclaration indicator, @Nullable BigDecimal value) {
    return value == null
        || (indicator.minimum().map(m -> m.compareTo(value) <= 0).orElse(true)
            && indicator.maximum().map(m -> m.compareTo(value) >= 0).orElse(true));
  }

  /** How a value came about, as {@code metric.indicator_value.value_status} says it. */
  public static String valueStatus(Method method) {
    return switch (method) {
      case COMPUTED, DERIVED -> "computed";
      case REPORTED -> "reported";
    };
  }

  /** The warnings found, {@code ok} when there are none. */
  public static String quality(@Nullable String warnings) {
    return warnings == null || warnings.isEmpty() ? "ok" : warnings;
  }
}
