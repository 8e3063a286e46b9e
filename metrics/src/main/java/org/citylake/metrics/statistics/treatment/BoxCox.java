package org.citylake.metrics.statistics.treatment;

import org.citylake.metrics.statistics.Moments;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * The power transform {@code (x^λ - 1) ÷ λ}, or {@code ln x} for λ = 0. Order is kept.
 *
 * <p>In: values above zero, or any values that are first moved so that the smallest is one; out:
 * same order, without unit, 0 where one is missing. Digits are the same on every machine.
 *
 * <p>Source: Box, Cox, An analysis of transformations, J. R. Stat. Soc. B 26 (1964); the move to
 * one as COINr 1.1.14, {@code boxcox}.
 */
public final class BoxCox {
  /**
   * λ by maximum likelihood lies in [-LARGEST, LARGEST], or nearer to 0 where powers would
   * overflow.
   */
  public static final double LARGEST = 5;

  private static final double LARGEST_EXPONENT = 300;

  private static final double RELATIVE_TOLERANCE = 1e-10;
  private static final double ABSOLUTE_TOLERANCE = 1e-10;
  private static final int MAXIMUM_EVALUATIONS = 1000;

  private BoxCox() {}

  /**
   * Moves values so that the smallest is one.
   *
   * @throws UndefinedStatisticException too-few-values if there is none
   */
  public static double[] fromOne(double[] values, boolean[] present) {
    double[] moved = Values.present(values, present);
    double minimum = Moments.of(moved).minimum();
    for (int i = 0; i < moved.length; i++) {
      moved[i] = moved[i] - minimum + 1;
    }
    return Values.spread(moved, present);
  }

  /**
   * Transforms with a given λ.
   *
   * @throws UndefinedStatisticException out-of-domain if a value is not above zero, or if a result
   *     is too large for a double
   */
  public static double[] apply(double[] values, boolean[] present, double lambda) {
    double[] transformed = positive(values, present);
    Values.finite(lambda);
    for (int i = 0; i < transformed.length; i++) {
      transformed[i] = transform(StrictMath.log(transformed[i]), lambda);
      if (!Double.isFinite(transformed[i])) {
        throw new UndefinedStatisticException(
            UndefinedStatisticException.OUT_OF_DOMAIN, "Box-Cox overflows with lambda " + lambda);
      }
    }
    return Values.spread(transformed, present);
  }

  /**
   * The λ that makes the column most likely to be normal, to about eight digits.
   *
   * @throws UndefinedStatisticException out-of-domain if a value is not above zero,
   *     constant-column, or too-few-values below three values
   */
  public static double likeliestLambda(double[] values, boolean[] present) {
    double[] logarithms = positive(values, present);
    double sum = 0;
    for (int i = 0; i < logarithms.length; i++) {
      logarithms[i] = StrictMath.log(logarithms[i]);
      sum += logarithms[i];
    }
    if (logarithms.length < 3) {
      throw new UndefinedStatisticException(
          UndefinedStatisticException.TOO_FEW_VALUES,
          "A Box-Cox lambda needs at least 3 values, not " + logarithms.length);
    }
    if (Moments.of(logarithms).constant()) {
      throw new UndefinedStatisticException(
          UndefinedStatisticException.CONSTANT_COLUMN, "A Box-Cox lambda needs different values");
    }
    // Around the geometric mean, λ is the same and powers do not overflow so soon.
    double mean = sum / logarithms.length;
    double farthest = 0;
    for (double logarithm : logarithms) {
      farthest = Math.max(farthest, Math.abs(logarithm - mean));
    }
    double largest = Math.min(LARGEST, LARGEST_EXPONENT / farthest);
    return new BrentOptimizer(RELATIVE_TOLERANCE, ABSOLUTE_TOLERANCE)
        .optimize(
            new UnivariateObjectiveFunction(lambda -> likelihood(logarithms, mean, lambda)),
            new SearchInterval(-largest, largest, 0),
            GoalType.MAXIMIZE,
            new MaxEval(MAXIMUM_EVALUATIONS))
        .getPoint();
  }

  /** The profile log-likelihood of values divided by their geometric mean, less a constant. */
  private static double likelihood(double[] logarithms, double mean, double lambda) {
    double[] transformed = new double[logarithms.length];
    for (int i = 0; i < transformed.length; i++) {
      transformed[i] = transform(logarithms[i] - mean, lambda);
    }
    return -logarithms.length * StrictMath.log(Moments.of(transformed).populationDeviation());
  }

  private static double transform(double logarithm, double lambda) {
    return lambda == 0 ? logarithm : StrictMath.expm1(lambda * logarithm) / lambda;
  }

  private static double[] positive(double[] values, boolean[] present) {
    double[] selected = Values.present(values, present);
    for (double value : selected) {
      if (value <= 0) {
        throw new UndefinedStatisticException(
            UndefinedStatisticException.OUT_OF_DOMAIN,
            "Box-Cox is defined for values above 0, not " + value);
      }
    }
    return selected;
  }
}
