package org.citylake.metrics.index.normalise;

import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.step.StepParameters;

/**
 * One minus the distance to the best value, as a share of the range: {@code 1 − (max − x) ÷ (max −
 * min)}, mirrored where lower is better.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5, distance to a
 * reference; the rule of COINr's n_dist2max.
 *
 * @param scale what the result is multiplied by
 */
record DistanceToMaximum(double scale) implements Normalisation {

  static Normalisation of(StepParameters parameters) {
    return new DistanceToMaximum(parameters.positive("scale", 1));
  }

  @Override
  public void apply(Variable variable, int[] part, Column.Builder result) {
    new MinMax(0, scale).apply(variable, part, result);
  }
}
