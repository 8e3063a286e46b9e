package org.citylake.metrics.index.screen;

import java.util.List;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Status;

/**
 * What a unit of a period is screened by.
 *
 * @param indicators how many indicators apply to it
 * @param missing how many of them have no value
 * @param zeros how many of them are zero
 */
public record ScreeningFigures(int indicators, int missing, int zeros) {

  static ScreeningFigures of(List<Column> columns, int row) {
    int applicable = 0;
    int missing = 0;
    int zeros = 0;
    for (Column column : columns) {
      if (column.status(row) != Status.NOT_APPLICABLE) {
        applicable++;
        missing += column.has(row) ? 0 : 1;
        zeros += column.has(row) && column.value(row) == 0 ? 1 : 0;
      }
    }
    return new ScreeningFigures(applicable, missing, zeros);
  }

  /** Share of the applicable indicators that have a value, 0..1; 0 where none applies. */
  public double availability() {
    return indicators == 0 ? 0 : 1 - (double) missing / indicators;
  }

  /** Share of the values that are not zero, 0..1; 0 where there is no value. */
  public double nonZero() {
    int values = indicators - missing;
    return values == 0 ? 0 : 1 - (double) zeros / values;
  }
}
