package org.citylake.metrics.index.normalise;

import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.step.StepParameters;

/**
 * The values as they are, times a factor; for indicators that are on the common scale already.
 * Negative where lower is better.
 *
 * @param scale the factor
 */
record Unchanged(double scale) implements Normalisation {

  static Normalisation of(StepParameters parameters) {
    return new Unchanged(parameters.positive("scale", 1));
  }

  @Override
  public void apply(Variable variable, int[] part, Column.Builder result) {
    if (!variable.requireDirection()) {
      return;
    }
    for (int row : part) {
      if (variable.values().has(row)) {
        result.set(row, scale * variable.oriented(row), variable.values().status(row));
      }
    }
  }
}
