package org.citylake.ingestion.type;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The one text of a value: equal values have equal texts whatever Java type and scale they came in.
 * Numbers are plain decimals without trailing zeros, days and instants ISO 8601 (instants in UTC).
 */
public final class ValueText {
  private ValueText() {}

  /** The value's text; null stays null. */
  public static @Nullable String of(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof BigDecimal decimal) {
      return plain(decimal);
    }
    if (value instanceof Double || value instanceof Float) {
      return plain(new BigDecimal(value.toString()));
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant().toString();
    }
    if (value instanceof LocalDate day) {
      return day.toString();
    }
    return value.toString();
  }

  private static String plain(BigDecimal decimal) {
    return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
  }
}
