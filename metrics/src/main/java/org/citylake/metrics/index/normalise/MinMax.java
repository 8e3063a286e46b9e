package org.citylake.metrics.index.normalise;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.Datum;
import org.citylake.metrics.index.step.StepParameters;

/**
 * Rescales a column linearly so that its worst value becomes {@code low} and its best {@code high}:
 * {@code low + (high − low) × (x − min) ÷ (max − min)}, mirrored where lower is better. Needs two
 * different values and a direction.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5, Min-Max.
 *
 * @param low value of the worst unit
 * @param high value of the best unit, above low
 */
public record MinMax(double low, double high) implements Normalisation {

  static Normalisation of(StepParameters parameters) {
    double low = parameters.number("low", 0);
    double high = parameters.number("high", 100);
    if (high <= low) {
      parameters.problem("high", high, "has to be above 'low', " + low);
    }
    return new MinMax(low, high);
  }

  @Override
  public List<NormalisedValue> apply(List<Datum> column, Problems problems) {
    DoubleSummaryStatistics range = new DoubleSummaryStatistics();
    for (Datum datum : column) {
      Double value = datum.value();
      if (value != null) {
        range.accept(value);
      }
    }
    if (range.getCount() == 0) {
      return column.stream().map(d -> NormalisedValue.missing("no-value")).toList();
    }
    String indicator = column.get(0).indicator();
    if (range.getMin() == range.getMax()) {
      problems.add(
          "panel",
          0,
          "constant-column",
          indicator + " = " + range.getMin(),
          "Min-max needs two different values and all units have the same; take the indicator out"
              + " or choose another method");
    }
    if (column.get(0).direction() == Direction.NEUTRAL) {
      problems.add(
          "panel",
          0,
          "neutral-direction",
          indicator,
          "Min-max has to know which way is better; make the indicator higher or lower");
    }
    return column.stream().map(d -> rescaled(d, range.getMin(), range.getMax())).toList();
  }

  private NormalisedValue rescaled(Datum datum, double min, double max) {
    Double value = datum.value();
    if (value == null) {
      return NormalisedValue.missing("no-value");
    }
    // Halves, so that a range of nearly all doubles does not overflow.
    double above = datum.direction() == Direction.LOWER ? max / 2 - value / 2 : value / 2 - min / 2;
    return NormalisedValue.within(low + (high - low) * (above / (max / 2 - min / 2)));
  }
}
