package org.citylake.metrics.index.coefficient;

import java.util.List;
import java.util.Map;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Rows;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.MethodTable;
import org.citylake.metrics.index.step.StepParameters;

/**
 * Multiplies the score of the root by an indicator of the panel.
 *
 * @param indicator code of the coefficient's column
 * @param minimum least value that it may have
 * @param maximum greatest value that it may have
 * @param missingIsOne whether a unit without a coefficient keeps its score; else it is unscored
 */
public record Coefficient(String indicator, double minimum, double maximum, boolean missingIsOne) {
  /** The methods by the names that editions give them. */
  public static final MethodTable<Coefficient> METHODS =
      new MethodTable<>("coefficient", Map.of("multiply", Coefficient::of));

  private static Coefficient of(StepParameters parameters) {
    return new Coefficient(
        parameters.text("indicator"),
        parameters.number("minimum", 0),
        parameters.number("maximum", Double.MAX_VALUE),
        parameters.choice("missing", List.of("unscored", "one"), "unscored").equals("one"));
  }

  /**
   * The scores times the coefficients.
   *
   * @param scores of the root
   * @param coefficients over the same rows
   * @param problems takes coefficients out of bounds
   */
  public Column apply(Column scores, Column coefficients, Rows rows, Problems problems) {
    Column.Builder result = scores.toBuilder();
    for (int row = 0; row < scores.size(); row++) {
      if (!coefficients.has(row)) {
        if (scores.has(row) && !missingIsOne) {
          result.remove(row, Status.NO_REFERENCE);
        }
        continue;
      }
      double coefficient = coefficients.value(row);
      if (coefficient < minimum || coefficient > maximum) {
        problems.add(
            "panel",
            0,
            "coefficient-out-of-bounds",
            rows.name(row) + " " + indicator + " = " + coefficient,
            "The coefficient has to lie between " + minimum + " and " + maximum);
      } else if (scores.has(row)) {
        result.set(row, scores.value(row) * coefficient, Status.COMPUTED);
      }
    }
    return result.build();
  }
}
