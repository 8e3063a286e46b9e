package org.citylake.metrics.index.normalise;

import java.util.List;
import org.citylake.metrics.index.step.StepParameters;

/**
 * A transform of values, goalposts and references before they are compared. Source: UNDP, Human
 * Development Report, technical note 1 (logarithm of income); ITU, Measuring the Information
 * Society (logarithm to base 10 of bandwidth).
 */
enum Transform {
  /** As they are. */
  NONE {
    @Override
    double apply(double value) {
      return value;
    }
  },
  /** The natural logarithm. */
  LOGARITHM {
    @Override
    double apply(double value) {
      return StrictMath.log(value);
    }
  },
  /** The logarithm to base 10. */
  LOGARITHM_10 {
    @Override
    double apply(double value) {
      return StrictMath.log10(value);
    }
  };

  static Transform of(StepParameters parameters) {
    String written =
        parameters.choice("transform", List.of("none", "logarithm", "logarithm-10"), "none");
    return switch (written) {
      case "logarithm" -> LOGARITHM;
      case "logarithm-10" -> LOGARITHM_10;
      default -> NONE;
    };
  }

  /** The transformed value. */
  abstract double apply(double value);

  /** Whether the value has a transformed one. */
  boolean accepts(double value) {
    return this == NONE || value > 0;
  }

  /** The row's transformed value; reports one that has none. */
  boolean check(Variable variable, int row) {
    double value = variable.values().value(row);
    if (accepts(value)) {
      return true;
    }
    variable.report(
        "value-not-positive",
        variable.rows().name(row) + " " + variable.code() + " = " + value,
        "A logarithm needs values above zero");
    return false;
  }
}
