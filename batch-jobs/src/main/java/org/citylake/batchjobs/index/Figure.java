package org.citylake.batchjobs.index;

import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an indicator for a unit in a period.
 *
 * @param value in the indicator's unit; null when the rows cannot be restated on the unit
 * @param status where the value comes from, or why there is none
 * @param rows rows of {@code metric.indicator_value} behind it, ordered by area, at least one
 * @param restated whether the rows are of other divisions than the unit
 */
record Figure(@Nullable BigDecimal value, String status, List<Row> rows, boolean restated) {
  Figure {
    rows = List.copyOf(rows);
  }
}
