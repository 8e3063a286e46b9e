package org.citylake.metrics.statistics.multicriteria;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citylake.metrics.statistics.Moments;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.PivotSelectionRule;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * Each unit's score by the weights that favour it most, if no unit may score above one by them; a
 * linear programme for each unit. Bounds keep the share that an indicator has in the unit's score
 * (its pie share) within limits; a unit that cannot keep them, because its value is zero where it
 * has to have a share, scores 0.
 *
 * <p>In: a complete matrix [unit][indicator], values at or above zero, more is better, scales do
 * not matter. Out: scores in [0, 1].
 *
 * <p>Source: Cherchye, Moesen, Rogge, Van Puyenbroeck, An introduction to "benefit of the doubt"
 * composite indicators, Social Indicators Research 82 (2007), (2) and its restrictions on pie
 * shares.
 *
 * @param scores one for each unit
 * @param weights [unit][indicator], the unit's own weights, per unit of the indicator; they need
 *     not be the only ones that give the score
 */
public record BenefitOfTheDoubt(double[] scores, double[][] weights) {

  private static final int MAXIMUM_ITERATIONS = 100_000;
  private static final double EPSILON = 1e-10;
  private static final int MAXIMUM_ULPS = 10;
  private static final double CUT_OFF = 1e-12;

  /**
   * Without bounds.
   *
   * @throws UndefinedStatisticException out-of-domain if a value is below zero, not-converged
   */
  public static BenefitOfTheDoubt of(double[][] values) {
    int indicators = Values.requireMatrix(values);
    double[] upper = new double[indicators];
    Arrays.fill(upper, 1);
    return of(values, new double[indicators], upper);
  }

  /**
   * With the least and the largest pie share of each indicator, in [0, 1].
   *
   * @throws UndefinedStatisticException as {@link #of(double[][])}
   */
  public static BenefitOfTheDoubt of(double[][] values, double[] lower, double[] upper) {
    int indicators = Values.requireMatrix(values);
    requireShares(lower, upper, indicators);
    double[] largest = new double[indicators];
    double[][] scaled = new double[values.length][indicators];
    for (int j = 0; j < indicators; j++) {
      Moments moments = Moments.of(Values.column(values, j));
      if (moments.minimum() < 0) {
        throw new UndefinedStatisticException(
            UndefinedStatisticException.OUT_OF_DOMAIN,
            "Benefit of the doubt needs values >= 0: %s in column %d"
                .formatted(moments.minimum(), j));
      }
      largest[j] = moments.maximum() == 0 ? 1 : moments.maximum();
      for (int i = 0; i < values.length; i++) {
        scaled[i][j] = values[i][j] / largest[j];
      }
    }
    double[] scores = new double[values.length];
    double[][] weights = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      weights[i] = solve(scaled, i, lower, upper);
      for (int j = 0; j < indicators; j++) {
        scores[i] += weights[i][j] * scaled[i][j];
        weights[i][j] /= largest[j];
      }
      scores[i] = Math.max(0, Math.min(1, scores[i]));
    }
    return new BenefitOfTheDoubt(scores, weights);
  }

  private static double[] solve(double[][] values, int unit, double[] lower, double[] upper) {
    double[] own = values[unit];
    boolean nothing = Arrays.stream(own).allMatch(value -> value == 0);
    if (nothing) {
      return new double[own.length];
    }
    List<LinearConstraint> constraints = new ArrayList<>();
    for (double[] row : values) {
      constraints.add(new LinearConstraint(row, Relationship.LEQ, 1));
    }
    for (int j = 0; j < own.length; j++) {
      if (lower[j] > 0) {
        constraints.add(new LinearConstraint(share(own, j, lower[j]), Relationship.GEQ, 0));
      }
      if (upper[j] < 1) {
        constraints.add(new LinearConstraint(share(own, j, upper[j]), Relationship.LEQ, 0));
      }
      if (own[j] == 0) {
        // Its weight changes nothing here, and would only lift others to their limit.
        double[] only = new double[own.length];
        only[j] = 1;
        constraints.add(new LinearConstraint(only, Relationship.EQ, 0));
      }
    }
    try {
      return new SimplexSolver(EPSILON, MAXIMUM_ULPS, CUT_OFF)
          .optimize(
              new LinearObjectiveFunction(new ArrayRealVector(own), 0),
              new LinearConstraintSet(constraints),
              GoalType.MAXIMIZE,
              new NonNegativeConstraint(true),
              PivotSelectionRule.BLAND,
              new MaxIter(MAXIMUM_ITERATIONS))
          .getPoint();
    } catch (MathIllegalStateException unsolved) {
      UndefinedStatisticException undefined =
          new UndefinedStatisticException(
              UndefinedStatisticException.NOT_CONVERGED,
              "Benefit of the doubt of unit %d has no solution: %s"
                  .formatted(unit, unsolved.getMessage()));
      undefined.initCause(unsolved);
      throw undefined;
    }
  }

  /** {@code w_j x_j - share × Σ w x}, as coefficients of w. */
  private static double[] share(double[] own, int indicator, double share) {
    double[] coefficients = new double[own.length];
    for (int k = 0; k < own.length; k++) {
      coefficients[k] = (k == indicator ? 1 - share : -share) * own[k];
    }
    return coefficients;
  }

  private static void requireShares(double[] lower, double[] upper, int indicators) {
    Values.requireSameLength(indicators, lower.length);
    Values.requireSameLength(indicators, upper.length);
    double least = 0;
    double most = 0;
    for (int j = 0; j < indicators; j++) {
      if (!(0 <= lower[j] && lower[j] <= upper[j] && upper[j] <= 1)) {
        throw new IllegalArgumentException(
            "Pie shares must satisfy 0 <= lower <= upper <= 1: %s, %s"
                .formatted(lower[j], upper[j]));
      }
      least += lower[j];
      most += upper[j];
    }
    if (least > 1 + CUT_OFF || most < 1 - CUT_OFF) {
      throw new IllegalArgumentException(
          "Lower pie shares must sum to at most 1, upper ones to at least 1: %s, %s"
              .formatted(least, most));
    }
  }
}
