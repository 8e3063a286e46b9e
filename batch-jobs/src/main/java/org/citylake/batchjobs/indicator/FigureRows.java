package org.citylake.batchjobs.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.spark.RowCodec;
import org.citylake.core.value.TimePeriod;
import org.citylake.metrics.indicator.derived.Figure;
import org.jspecify.annotations.Nullable;

/** Rows of {@code metric.indicator_value} as figures. */
final class FigureRows {
  private FigureRows() {}

  /** The figure, without its evidence. */
  static Figure figure(Row row) {
    Map<String, @Nullable Object> columns = RowCodec.map(row);
    return new Figure(
        (LocalDate) columns.get("ref_area_valid_from"),
        TimePeriod.parse(String.valueOf(columns.get("time_period"))),
        (BigDecimal) columns.get("value"),
        (BigDecimal) columns.get("numerator"),
        (BigDecimal) columns.get("denominator"),
        String.valueOf(columns.get("obs_status")),
        String.valueOf(columns.get("value_status")),
        String.valueOf(columns.get("quality")),
        List.of());
  }
}
