package org.citylake.streamingjobs.airquality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.RowData;
import org.jspecify.annotations.Nullable;

/** Figures are {@code decimal(38,10)}, see docs/adr/0006-numbers.md. */
final class FigureColumns {
  static final int PRECISION = 38;
  static final int SCALE = 10;

  private FigureColumns() {}

  static @Nullable DecimalData decimal(@Nullable BigDecimal value) {
    return value == null ? null : DecimalData.fromBigDecimal(value, PRECISION, SCALE);
  }

  static @Nullable BigDecimal decimal(RowData row, int position) {
    return row.isNullAt(position)
        ? null
        : scaled(row.getDecimal(position, PRECISION, SCALE).toBigDecimal());
  }

  static BigDecimal required(RowData row, int position) {
    return Objects.requireNonNull(decimal(row, position));
  }

  /** Equal numbers have equal digits. */
  static BigDecimal scaled(BigDecimal value) {
    return value.setScale(SCALE, RoundingMode.UNNECESSARY);
  }
}
