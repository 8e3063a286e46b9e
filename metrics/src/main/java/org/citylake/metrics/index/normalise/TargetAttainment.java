package org.citylake.metrics.index.normalise;

import java.util.List;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.Datum;
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
public record TargetAttainment(double cap) implements Normalisation {

  static Normalisation of(StepParameters parameters) {
    double cap = parameters.number("cap", 100);
    if (cap <= 0) {
      parameters.problem("cap", cap, "has to be above zero");
    }
    return new TargetAttainment(cap);
  }

  @Override
  public List<NormalisedValue> apply(List<Datum> column, Problems problems) {
    column.stream()
        .filter(d -> d.direction() == Direction.NEUTRAL)
        .findFirst()
        .ifPresent(
            d ->
                problems.add(
                    "panel",
                    0,
                    "neutral-direction",
                    d.indicator(),
                    "A target is not attained by an indicator whose direction is neutral; make it"
                        + " higher or lower, or take it out of the edition"));
    return column.stream().map(this::attainment).toList();
  }

  private NormalisedValue attainment(Datum datum) {
    Double value = datum.value();
    Double target = datum.target();
    if (value == null) {
      return NormalisedValue.missing("no-value");
    }
    if (target == null) {
      return NormalisedValue.missing("no-target");
    }
    if (target <= 0) {
      return NormalisedValue.missing("target-not-positive");
    }
    double percent =
        datum.direction() == Direction.LOWER
            ? 100.0 * (2.0 - value / target)
            : 100.0 * value / target;
    return NormalisedValue.clipped(percent, 0, cap);
  }
}
