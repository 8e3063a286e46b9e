package org.citylake.metrics.index.normalise;

import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.step.StepParameters;

/**
 * The ratio to the best value: {@code x ÷ max}, and {@code min ÷ x} where lower is better. Needs
 * values above zero.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5, distance to
 * the leader.
 *
 * @param scale score of the best
 */
record FractionOfMaximum(double scale) implements Normalisation {

  static Normalisation of(StepParameters parameters) {
    return new FractionOfMaximum(parameters.positive("scale", 1));
  }

  @Override
  public void apply(Variable variable, int[] part, Column.Builder result) {
    Range range = Range.of(variable, part);
    if (range.empty() || !variable.requireDirection()) {
      return;
    }
    if (!(range.most() > 0) || (variable.mirrored() && !(range.least() > 0))) {
      variable.report(
          "value-not-positive",
          variable.code() + " = " + (variable.mirrored() ? range.least() : range.most()),
          "A ratio to the best value needs values above zero");
      return;
    }
    for (int row : part) {
      if (variable.values().has(row)) {
        double value = variable.values().value(row);
        double fraction = variable.mirrored() ? range.least() / value : value / range.most();
        result.set(row, scale * fraction, variable.values().status(row));
      }
    }
  }
}
