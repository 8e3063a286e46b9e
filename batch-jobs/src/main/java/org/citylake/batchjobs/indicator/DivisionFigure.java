package org.citylake.batchjobs.indicator;

import java.util.List;
import org.apache.spark.sql.Row;
import org.citylake.metrics.indicator.restated.RestatedFigure;

/**
 * What is known of an indicator for a division in a period.
 *
 * @param figure the value, or why there is none
 * @param rows rows of {@code metric.indicator_value} behind it, ordered by area, at least one
 * @param restated whether it has a value that is made of rows of other divisions
 */
public record DivisionFigure(RestatedFigure figure, List<Row> rows, boolean restated) {
  public DivisionFigure {
    rows = List.copyOf(rows);
  }
}
