package org.citylake.metrics.index.normalise;

import java.util.OptionalDouble;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.StepParameters;

/**
 * How far a target is reached, in percent: {@code 100 × value ÷ target} where higher is better,
 * {@code 100 × (2 − value ÷ target)} where lower is better; at least 0, at most the cap. A value
 * that equals its target gives 100 either way. Targets have to be above zero; without such a target
 * the datum counts as missing.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5, distance to a
 * reference, with the target as the reference; mirrored for lower-is-better as in CityLake's method
 * note of the edition plan_attainment.
 *
 * @param cap greatest value given, above zero
 */
record TargetAttainment(double cap) implements Normalisation {

  static Normalisation of(StepParameters parameters) {
    return new TargetAttainment(parameters.positive("cap", 100));
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
      OptionalDouble target = variable.target(row);
      if (target.isEmpty()) {
        result.remove(row, Status.NO_TARGET);
      } else if (target.getAsDouble() <= 0) {
        result.remove(row, Status.TARGET_NOT_POSITIVE);
      } else {
        double value = variable.values().value(row);
        double percent =
            variable.mirrored()
                ? 100.0 * (2.0 - value / target.getAsDouble())
                : 100.0 * value / target.getAsDouble();
        boolean cut = percent < 0 || percent > cap;
        result.set(
            row,
            Math.max(0, Math.min(cap, percent)),
            cut ? Status.CLIPPED : variable.values().status(row));
      }
    }
  }
}
