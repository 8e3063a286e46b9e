package org.citylake.metrics.index.normalise;

import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.step.StepParameters;

/**
 * Rescales to a range: {@code (x − min) ÷ (max − min)}, mirrored where lower is better. Needs two
 * different values and a direction.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5, Min-Max.
 *
 * @param low value of the worst unit
 * @param high value of the best unit, above low
 */
record MinMax(double low, double high) implements Normalisation {

  static Normalisation of(StepParameters parameters) {
    double low = parameters.number("low", 0);
    double high = parameters.number("high", 100);
    if (high <= low) {
      parameters.problem("high", high, "has to be above 'low', " + low);
    }
    return new MinMax(low, high);
  }

  @Override
  public void apply(Variable variable, int[] part, Column.Builder result) {
    Range range = Range.of(variable, part);
    if (range.empty() || !variable.requireDirection()) {
      return;
    }
    if (range.constant()) {
      variable.constant(part, range.least());
      return;
    }
    // Halves, so that a range of nearly all doubles does not overflow.
    double half = range.most() / 2 - range.least() / 2;
    for (int row : part) {
      if (variable.values().has(row)) {
        double value = variable.values().value(row) / 2;
        double above = variable.mirrored() ? range.most() / 2 - value : value - range.least() / 2;
        result.set(row, low + (high - low) * (above / half), variable.values().status(row));
      }
    }
  }
}
