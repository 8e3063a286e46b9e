package org.citylake.metrics.index.normalise;

import java.util.OptionalDouble;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.StepParameters;

/**
 * How much of the way from the worst value to the target is gone: {@code (x − min) ÷ (target −
 * min)}, and {@code (max − x) ÷ (max − target)} where lower is better. Scores beyond 1 stay unless
 * capped.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5, distance to a
 * reference; the rule of COINr's n_dist2targ.
 *
 * @param cap whether scores beyond 1 are set to 1
 */
record DistanceToTarget(boolean cap) implements Normalisation {

  static Normalisation of(StepParameters parameters) {
    return new DistanceToTarget(parameters.flag("cap", false));
  }

  @Override
  public void apply(Variable variable, int[] part, Column.Builder result) {
    Range range = Range.of(variable, part);
    if (range.empty() || !variable.requireDirection()) {
      return;
    }
    double worst = variable.mirrored() ? -range.most() : range.least();
    for (int row : part) {
      if (!variable.values().has(row)) {
        continue;
      }
      OptionalDouble target = variable.target(row);
      if (target.isEmpty()) {
        result.remove(row, Status.NO_TARGET);
        continue;
      }
      double aim = variable.mirrored() ? -target.getAsDouble() : target.getAsDouble();
      if (aim == worst) {
        variable.report(
            "target-worst",
            variable.code() + " = " + target.getAsDouble(),
            "The target is the worst value, so there is no way to it");
        return;
      }
      double score = (variable.oriented(row) - worst) / (aim - worst);
      boolean cut = cap && score > 1;
      result.set(row, cut ? 1 : score, cut ? Status.CLIPPED : variable.values().status(row));
    }
  }
}
