package org.citylake.metrics.index.treat;

import java.util.List;
import java.util.OptionalDouble;
import org.citylake.metrics.index.step.StepParameters;
import org.citylake.metrics.statistics.treatment.BoxCox;
import org.citylake.metrics.statistics.treatment.LogTransform;

/** Carries a column to a scale on which it has fewer outliers. */
sealed interface Transformation {
  /** The names that editions give them. */
  List<String> NAMES = List.of("log", "log-plus", "log-original", "log-gii", "box-cox", "none");

  /** The transformation of a name and its parameters. */
  static Transformation of(String name, StepParameters parameters) {
    return switch (name) {
      case "log" -> new Logarithm(LogTransform.LOG_CT);
      case "log-plus" -> new Logarithm(LogTransform.LOG_CT_PLUS);
      case "log-original" -> new Logarithm(LogTransform.LOG_CT_ORIG);
      case "log-gii" -> new Logarithm(LogTransform.LOG_GII);
      case "box-cox" -> new Power(parameters.findNumber("lambda"));
      default -> new None();
    };
  }

  /**
   * The transformed values.
   *
   * @throws org.citylake.metrics.statistics.UndefinedStatisticException where the method has none
   */
  double[] apply(double[] values);

  /** One of the logarithms. */
  record Logarithm(LogTransform transform) implements Transformation {
    @Override
    public double[] apply(double[] values) {
      return transform.apply(values, all(values));
    }
  }

  /**
   * Box and Cox's, of values moved so that the least is one.
   *
   * @param lambda the exponent; empty for the likeliest
   */
  record Power(OptionalDouble lambda) implements Transformation {
    @Override
    public double[] apply(double[] values) {
      boolean[] present = all(values);
      double[] moved = BoxCox.fromOne(values, present);
      return BoxCox.apply(
          moved, present, lambda.orElseGet(() -> BoxCox.likeliestLambda(moved, present)));
    }
  }

  /** No transformation. */
  record None() implements Transformation {
    @Override
    public double[] apply(double[] values) {
      return values;
    }
  }

  private static boolean[] all(double[] values) {
    boolean[] present = new boolean[values.length];
    java.util.Arrays.fill(present, true);
    return present;
  }
}
