package org.citylake.metrics.statistics.treatment;

import org.citylake.metrics.statistics.Moments;
import org.citylake.metrics.statistics.UndefinedStatisticException;

/**
 * Whether a column is free of outliers: its absolute skewness or its excess kurtosis lies below a
 * threshold.
 *
 * <p>Source: OECD/JRC, COIN Tool User Guide (2019); COINr 1.1.14, {@code check_SkewKurt}.
 *
 * @param skewness absolute skewness G1, without unit, above 0
 * @param kurtosis excess kurtosis G2, without unit
 */
public record OutlierTest(double skewness, double kurtosis) {

  /** The usual thresholds: 2 and 3.5. */
  public static final OutlierTest USUAL = new OutlierTest(2, 3.5);

  public OutlierTest {
    if (!(skewness > 0) || Double.isNaN(kurtosis)) {
      throw new IllegalArgumentException(
          "The threshold of skewness must be > 0, that of kurtosis a number: %s, %s"
              .formatted(skewness, kurtosis));
    }
  }

  /**
   * Whether the column passes.
   *
   * @throws UndefinedStatisticException constant-column, or too-few-values below four values
   */
  public boolean passes(Moments moments) {
    // Both, because a column too short for one of them must not pass by the other.
    double kurt = moments.kurtosis();
    return Math.abs(moments.skewness()) < skewness || kurt < kurtosis;
  }
}
