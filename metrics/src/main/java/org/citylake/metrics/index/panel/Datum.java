package org.citylake.metrics.index.panel;

import java.util.List;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.jspecify.annotations.Nullable;

/**
 * One unit's value of one indicator in one period.
 *
 * @param unit code of the unit that is scored, such as a GB/T 2260 code
 * @param period SDMX text of the period whose data are scored
 * @param indicator the indicator's code
 * @param value in the indicator's unit, finite; null when missing
 * @param status reported, computed, imputed or synthetic; {@code missing} when there is no value
 * @param target in the indicator's unit, finite; null when no plan sets one
 * @param direction which way is better
 * @param evidence selectors of the rows behind the value and the target (ADR 0007)
 */
public record Datum(
    String unit,
    String period,
    String indicator,
    @Nullable Double value,
    String status,
    @Nullable Double target,
    Direction direction,
    List<String> evidence) {

  /** Status of a datum without a value. */
  public static final String MISSING = "missing";

  public Datum {
    evidence = List.copyOf(evidence);
  }
}
