package org.citylake.metrics.index.normalise;

import java.util.OptionalInt;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.StepParameters;

/**
 * A ratio to the unit's own value in a base period: {@code scale × value ÷ base}, {@code scale × (2
 * − value ÷ base)} where lower is better.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5, ratio to a
 * base year.
 *
 * @param period the base period
 * @param scale score of the base period
 */
record BasePeriodRatio(String period, double scale) implements Normalisation {

  static Normalisation of(StepParameters parameters) {
    return new BasePeriodRatio(parameters.text("period"), parameters.positive("scale", 100));
  }

  @Override
  public void apply(Variable variable, int[] part, Column.Builder result) {
    if (!variable.requireDirection()) {
      return;
    }
    for (int row : part) {
      if (!variable.values().has(row)) {
        continue;
      }
      OptionalInt base = variable.rows().find(variable.rows().unit(row), period);
      if (base.isEmpty() || !(variable.values().value(base.getAsInt()) > 0)) {
        result.remove(row, Status.NO_REFERENCE);
      } else {
        double fraction = variable.values().value(row) / variable.values().value(base.getAsInt());
        Ratio.set(result, variable, row, fraction, scale, -Double.MAX_VALUE, Double.MAX_VALUE);
      }
    }
  }
}
