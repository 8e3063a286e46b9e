package org.citylake.metrics.index.normalise;

import java.util.Optional;
import java.util.OptionalDouble;
import org.citylake.core.declaration.EditionDeclaration.Measure;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Rows;

/**
 * An indicator that is to be normalised.
 *
 * @param code its code
 * @param direction which way is better
 * @param measure what the edition says of its values
 * @param rows units in periods
 * @param values its values, over the rows
 * @param targets the panel's targets, over the rows, if it has any
 * @param problems takes what makes it impossible to normalise, such as no spread
 */
public record Variable(
    String code,
    Direction direction,
    Measure measure,
    Rows rows,
    Column values,
    Optional<Column> targets,
    Problems problems) {

  /** Whether lower is better. */
  boolean mirrored() {
    return direction == Direction.LOWER;
  }

  /** The row's value, negative where lower is better, so that higher is better always. */
  double oriented(int row) {
    return mirrored() ? -values.value(row) : values.value(row);
  }

  /** The target of a row: the panel's own, else the edition's. */
  OptionalDouble target(int row) {
    return targets.filter(column -> column.has(row)).map(column -> column.value(row)).isPresent()
        ? OptionalDouble.of(targets.orElseThrow().value(row))
        : measure.target();
  }

  /** Reports that the method has to know which way is better; whether it does. */
  boolean requireDirection() {
    if (direction == Direction.NEUTRAL) {
      report(
          "neutral-direction",
          code,
          "The method has to know which way is better; make the indicator higher or lower, or take"
              + " it out of the edition");
      return false;
    }
    return true;
  }

  /** Reports that all values are the same. */
  void constant(int[] part, double value) {
    report(
        "constant-column",
        code + " = " + value + period(part),
        "The method needs two different values and all units have the same; take the indicator out"
            + " or choose another method");
  }

  /** Reports a problem. */
  void report(String rule, String value, String message) {
    problems.add("panel", 0, rule, value, message);
  }

  private String period(int[] part) {
    String period = rows.period(part[0]);
    return period.isEmpty() || !period.equals(rows.period(part[part.length - 1]))
        ? ""
        : " in " + period;
  }
}
