package org.citylake.metrics.indicator.derived;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.citylake.core.indicator.FigureTerm.Part;
import org.citylake.core.value.TimePeriod;
import org.jspecify.annotations.Nullable;

/**
 * The value of an indicator for one area and period.
 *
 * @param areaValidFrom version of the area; null for areas without versions
 * @param period its period
 * @param value in the indicator's unit; null when it is missing, which no expression takes
 * @param numerator exact
 * @param denominator exact
 * @param obsStatus A, E, M or P
 * @param valueStatus computed, reported, estimated, imputed or synthetic
 * @param quality ok, or warnings joined by commas
 * @param evidence selectors of what it was computed from
 */
public record Figure(
    @Nullable LocalDate areaValidFrom,
    TimePeriod period,
    @Nullable BigDecimal value,
    @Nullable BigDecimal numerator,
    @Nullable BigDecimal denominator,
    String obsStatus,
    String valueStatus,
    String quality,
    List<String> evidence) {
  public Figure {
    evidence = List.copyOf(evidence);
  }

  /** What of it is taken; null when it is missing. */
  @Nullable BigDecimal part(Part part) {
    return switch (part) {
      case VALUE -> value;
      case NUMERATOR -> numerator;
      case DENOMINATOR -> denominator;
    };
  }
}
