package org.citylake.metrics.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Rounds what was estimated, so that the last bits, which differ by processor, do not show. */
public final class Digits {
  private static final MathContext PRECISION = new MathContext(10, RoundingMode.HALF_EVEN);

  private Digits() {}

  /** Ten significant digits of a finite number. */
  public static double significant(double value) {
    double rounded = new BigDecimal(value).round(PRECISION).doubleValue();
    return rounded == 0 ? 0.0 : rounded;
  }
}
