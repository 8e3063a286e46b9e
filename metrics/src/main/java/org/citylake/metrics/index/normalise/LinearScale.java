package org.citylake.metrics.index.normalise;

import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.step.StepParameters;

/**
 * A shift and a factor: {@code 100 × (x − low) ÷ (high − low)}, not cut off. Where lower is better
 * x is taken negative first, so low and high are then bounds of −x.
 *
 * <p>Source: Global Innovation Index 2020, appendix on scaled indicators; the rule of COINr's
 * n_scaled.
 *
 * @param low value that gives 0
 * @param high value that gives 100
 */
record LinearScale(double low, double high) implements Normalisation {

  static Normalisation of(StepParameters parameters) {
    double low = parameters.number("low", 0);
    double high = parameters.number("high", 100);
    if (high == low) {
      parameters.problem("high", high, "has to differ from 'low'");
      high = low + 1;
    }
    return new LinearScale(low, high);
  }

  @Override
  public void apply(Variable variable, int[] part, Column.Builder result) {
    if (!variable.requireDirection()) {
      return;
    }
    for (int row : part) {
      if (variable.values().has(row)) {
        result.set(
            row,
            (variable.oriented(row) - low) / (high - low) * 100,
            variable.values().status(row));
      }
    }
  }
}
