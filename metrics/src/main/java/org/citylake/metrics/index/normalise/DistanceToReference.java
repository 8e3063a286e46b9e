package org.citylake.metrics.index.normalise;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.StepParameters;

/**
 * One minus the distance to a unit's value: {@code 1 − (x_ref − x) ÷ (x_ref − min)}, in which x is
 * taken negative where lower is better. The reference unit has to be above the worst.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5, distance to a
 * reference; the rule of COINr's n_dist2ref.
 *
 * @param unit code of the reference unit
 * @param cap whether values beyond the reference are set to 1
 */
record DistanceToReference(String unit, boolean cap) implements Normalisation {

  static Normalisation of(StepParameters parameters) {
    return new DistanceToReference(parameters.text("unit"), parameters.flag("cap", false));
  }

  @Override
  public void apply(Variable variable, int[] part, Column.Builder result) {
    if (Range.of(variable, part).empty() || !variable.requireDirection()) {
      return;
    }
    OptionalInt reference =
        IntStream.of(part).filter(row -> variable.rows().unit(row).equals(unit)).findFirst();
    if (reference.isEmpty() || !variable.values().has(reference.getAsInt())) {
      for (int row : part) {
        if (variable.values().has(row)) {
          result.remove(row, Status.NO_REFERENCE);
        }
      }
      return;
    }
    double worst =
        IntStream.of(part)
            .filter(variable.values()::has)
            .mapToDouble(variable::oriented)
            .min()
            .orElseThrow();
    double best = variable.oriented(reference.getAsInt());
    if (best == worst) {
      variable.report(
          "reference-worst",
          variable.code() + ": " + unit,
          "The reference unit has the worst value, so there is no distance to it; take another");
      return;
    }
    for (int row : part) {
      if (variable.values().has(row)) {
        double score = 1 - (best - variable.oriented(row)) / (best - worst);
        boolean cut = cap && score > 1;
        result.set(row, cut ? 1 : score, cut ? Status.CLIPPED : variable.values().status(row));
      }
    }
  }
}
