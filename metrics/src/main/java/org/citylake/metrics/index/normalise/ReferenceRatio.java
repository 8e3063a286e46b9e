package org.citylake.metrics.index.normalise;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.StepParameters;

/**
 * A ratio to a fixed reference: {@code scale × value ÷ reference}, {@code scale × (2 − value ÷
 * reference)} where lower is better, within the bounds. The reference is the indicator's own, or
 * the value of a benchmark unit in the same part.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5, distance to a
 * reference; with the logarithm to base 10, ITU, Measuring the Information Society 2011.
 *
 * @param unit benchmark unit; empty for the indicator's own reference
 * @param scale score of a value that equals its reference
 * @param minimum least score
 * @param maximum greatest score
 * @param transform of value and reference
 */
record ReferenceRatio(
    Optional<String> unit, double scale, double minimum, double maximum, Transform transform)
    implements Normalisation {

  static Normalisation of(StepParameters parameters) {
    return new ReferenceRatio(
        parameters.findText("unit"),
        parameters.positive("scale", 100),
        parameters.number("minimum", -Double.MAX_VALUE),
        parameters.number("maximum", Double.MAX_VALUE),
        Transform.of(parameters));
  }

  @Override
  public void apply(Variable variable, int[] part, Column.Builder result) {
    if (!variable.requireDirection()) {
      return;
    }
    OptionalDouble found = reference(variable, part);
    if (found.isPresent() && !(found.getAsDouble() > 0)) {
      variable.report(
          "reference-not-positive",
          variable.code() + " = " + found.getAsDouble(),
          "A ratio needs a reference above zero");
      return;
    }
    for (int row : part) {
      if (!variable.values().has(row)) {
        continue;
      }
      if (found.isEmpty()) {
        result.remove(row, Status.NO_REFERENCE);
      } else if (transform.check(variable, row)) {
        double fraction =
            transform.apply(variable.values().value(row)) / transform.apply(found.getAsDouble());
        Ratio.set(result, variable, row, fraction, scale, minimum, maximum);
      }
    }
  }

  private OptionalDouble reference(Variable variable, int[] part) {
    if (unit.isEmpty()) {
      return variable.measure().reference();
    }
    return IntStream.of(part)
        .filter(row -> variable.rows().unit(row).equals(unit.get()) && variable.values().has(row))
        .mapToDouble(variable.values()::value)
        .findFirst();
  }
}
