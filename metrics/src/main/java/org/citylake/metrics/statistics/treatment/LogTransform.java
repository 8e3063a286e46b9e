package org.citylake.metrics.statistics.treatment;

import org.citylake.metrics.statistics.Moments;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;

/**
 * Draws a long tail of a column in by logarithms of its distance from an end. Order is kept.
 *
 * <p>In: values in any unit, not all the same; out: same order, without unit, 0 where one is
 * missing. Digits are the same on every machine.
 *
 * <p>Source: COINr 1.1.14, {@code log_CT}, {@code log_CT_plus}, {@code log_CT_orig}, {@code
 * log_GII}; the last as its documentation has it, as the code returns the values unchanged.
 */
public enum LogTransform {
  /** {@code ln(x - min + 0.01 (max - min))}. */
  LOG_CT {
    @Override
    double transform(double value, Moments column) {
      return StrictMath.log(value - column.minimum() + SHARE * column.range());
    }
  },
  /**
   * As {@link #LOG_CT} for a skewness at or above zero, else mirrored, {@code -ln(max - x + 0.01
   * (max - min))}; needs three values.
   */
  LOG_CT_PLUS {
    @Override
    double transform(double value, Moments column) {
      return column.skewness() >= 0
          ? LOG_CT.transform(value, column)
          : -StrictMath.log(column.maximum() - value + SHARE * column.range());
    }
  },
  /** {@code ln(x - min + 1)}. */
  LOG_CT_ORIG {
    @Override
    double transform(double value, Moments column) {
      return StrictMath.log(value - column.minimum() + 1);
    }
  },
  /**
   * {@code ln((max - 1)(x - min) ÷ (max - min) + 1)}: from 0 to ln max; defined for a maximum above
   * one, as it would turn the order round below.
   */
  LOG_GII {
    @Override
    double transform(double value, Moments column) {
      if (column.maximum() <= 1) {
        throw new UndefinedStatisticException(
            UndefinedStatisticException.OUT_OF_DOMAIN,
            "LOG_GII needs a maximum above 1, not " + column.maximum());
      }
      double share = (value - column.minimum()) / column.range();
      return StrictMath.log((column.maximum() - 1) * share + 1);
    }
  };

  private static final double SHARE = 0.01;

  abstract double transform(double value, Moments column);

  /**
   * Transforms a column.
   *
   * @throws UndefinedStatisticException constant-column, too-few-values if there is no value or
   *     fewer than the method needs, or out-of-domain
   */
  public double[] apply(double[] values, boolean[] present) {
    Moments column = Moments.of(values, present);
    if (column.constant()) {
      throw new UndefinedStatisticException(
          UndefinedStatisticException.CONSTANT_COLUMN,
          name() + " needs different values, not only " + column.minimum());
    }
    double[] transformed = Values.present(values, present);
    for (int i = 0; i < transformed.length; i++) {
      transformed[i] = transform(transformed[i], column);
    }
    return Values.spread(transformed, present);
  }
}
