package org.citylake.metrics.export.figure;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value at one stage of the scoring.
 *
 * @param value null when missing
 * @param status reported, computed, imputed, synthetic, missing or clipped
 */
public record TraceFigure(@Nullable Double value, String status) {
  static TraceFigure of(Map<String, ?> row) {
    return new TraceFigure((Double) row.get("value"), String.valueOf(row.get("status")));
  }
}
