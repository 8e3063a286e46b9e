package org.citylake.entities.linkage.comparison;

import java.util.Optional;

/**
 * One level of agreement; of a comparison's levels the first that holds counts, and when none does,
 * the values differ.
 *
 * @param measure what is measured
 * @param bound the least likeness or the greatest distance
 * @param with the second column, where the measure needs one
 */
public record Level(Measure measure, double bound, Optional<String> with) {
  /** Equal normalised values. */
  public static final Level EQUAL = of(Measure.EQUAL, 1);

  /** A level of a measure over one column. */
  public static Level of(Measure measure, double bound) {
    return new Level(measure, bound, Optional.empty());
  }

  /** A level of a measure over two columns. */
  public static Level with(Measure measure, double bound, String column) {
    return new Level(measure, bound, Optional.of(column));
  }

  /** Whether a measured value is good enough; NaN never is. */
  boolean holds(double measured) {
    return measure.isDistance() ? measured <= bound : measured >= bound;
  }

  /** Such as {@code jaro-winkler ≥ 0.92}. */
  public String text() {
    String value = bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    return measure == Measure.EQUAL
        ? "equal"
        : measure.id()
            + (measure.isDistance() ? " ≤ " : " ≥ ")
            + value
            + with.map(w -> " with " + w).orElse("");
  }
}
