package org.citylake.metrics.statistics.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;
import org.citylake.metrics.statistics.sensitivity.SobolPoints;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.jspecify.annotations.Nullable;

/**
 * The weights by which parts obtain the importance that they are meant to have, as near as can be:
 * the mean squared difference between target and obtained shares is made small by the Nelder-Mead
 * method. It starts from equal weights, from the targets, and from a fixed set of points between,
 * so that the result is the same each time; the best is kept. Weights stay above zero.
 *
 * <p>Source: Becker, Saisana, Paruolo, Vandecasteele, Weights and importance in composite
 * indicators: closing the gap, Ecological Indicators 80 (2017); Nelder, Mead, Computer Journal 7
 * (1965); COINr 1.1.14, {@code get_opt_weights}.
 *
 * @param weights above 0, summing to 1
 * @param obtained the shares that they give
 * @param objective the mean squared difference that is left, at least 0
 */
public record WeightOptimisation(double[] weights, double[] obtained, double objective) {

  private static final int FURTHER_STARTS = 6;
  private static final int MAXIMUM_EVALUATIONS = 20_000;
  private static final double TOLERANCE = 1e-12;

  /** Below this, no further start can be noticeably better. */
  private static final double GOOD_ENOUGH = 1e-20;

  /** How far starts and first steps go, in logarithms of weights. */
  private static final double SPREAD = 3;

  private static final double STEP = 0.5;

  /**
   * Finds the weights for target shares.
   *
   * @param targets at or above zero, of which only the proportions count
   * @param shares gives the shares that weights summing to 1 obtain; where it throws {@link
   *     UndefinedStatisticException}, those weights are passed over
   * @throws UndefinedStatisticException not-converged if no start settles on a result
   */
  public static WeightOptimisation of(double[] targets, UnaryOperator<double[]> shares) {
    Values.requireWeights(targets, targets.length);
    double[] target = targets.clone();
    double sum = Arrays.stream(target).sum();
    Arrays.setAll(target, j -> target[j] / sum);
    if (target.length == 1) {
      return found(new double[0], target, shares);
    }
    @Nullable PointValuePair best = null;
    for (double[] start : starts(target)) {
      @Nullable PointValuePair end = optimise(start, target, shares);
      if (end != null && (best == null || end.getValue() < best.getValue())) {
        best = end;
      }
      if (best != null && best.getValue() < GOOD_ENOUGH) {
        break;
      }
    }
    if (best == null) {
      throw new UndefinedStatisticException(
          UndefinedStatisticException.NOT_CONVERGED,
          "No start of the weights' optimisation settled within %d evaluations"
              .formatted(MAXIMUM_EVALUATIONS));
    }
    return found(best.getPoint(), target, shares);
  }

  private static WeightOptimisation found(
      double[] point, double[] target, UnaryOperator<double[]> shares) {
    double[] weights = weights(point);
    double[] obtained = shares.apply(weights.clone());
    return new WeightOptimisation(weights, obtained, difference(target, obtained));
  }

  private static @Nullable PointValuePair optimise(
      double[] start, double[] target, UnaryOperator<double[]> shares) {
    try {
      PointValuePair end =
          new SimplexOptimizer(new SimpleValueChecker(TOLERANCE, TOLERANCE * TOLERANCE))
              .optimize(
                  new MaxEval(MAXIMUM_EVALUATIONS),
                  GoalType.MINIMIZE,
                  new InitialGuess(start),
                  new NelderMeadSimplex(start.length, STEP),
                  new ObjectiveFunction(point -> objective(point, target, shares)));
      return end.getValue() < Double.MAX_VALUE ? end : null;
    } catch (MathIllegalStateException unsettled) {
      return null;
    }
  }

  private static double objective(double[] point, double[] target, UnaryOperator<double[]> shares) {
    double[] weights = weights(point);
    for (double weight : weights) {
      if (!(weight > 0)) {
        return Double.MAX_VALUE;
      }
    }
    try {
      return difference(target, shares.apply(weights));
    } catch (UndefinedStatisticException undefined) {
      return Double.MAX_VALUE;
    }
  }

  private static double difference(double[] target, double[] obtained) {
    Values.requireSameLength(target.length, obtained.length);
    double sum = 0;
    for (int j = 0; j < target.length; j++) {
      double difference = target[j] - Values.finite(obtained[j]);
      sum += difference * difference;
    }
    return sum / target.length;
  }

  /** The weights whose logarithms less that of the last are given. */
  private static double[] weights(double[] point) {
    double[] weights = new double[point.length + 1];
    double largest = Math.max(0, Arrays.stream(point).max().orElse(0));
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      weights[j] = StrictMath.exp((j < point.length ? point[j] : 0) - largest);
      sum += weights[j];
    }
    for (int j = 0; j < weights.length; j++) {
      weights[j] /= sum;
    }
    return weights;
  }

  private static List<double[]> starts(double[] target) {
    int size = target.length - 1;
    List<double[]> starts = new ArrayList<>();
    starts.add(new double[size]);
    if (Arrays.stream(target).min().orElse(0) > 0) {
      double[] start = new double[size];
      Arrays.setAll(start, j -> StrictMath.log(target[j] / target[size]));
      starts.add(start);
    }
    for (double[] point : SobolPoints.of(FURTHER_STARTS, size)) {
      double[] start = new double[size];
      Arrays.setAll(start, j -> SPREAD * (2 * point[j] - 1));
      starts.add(start);
    }
    return starts;
  }
}
