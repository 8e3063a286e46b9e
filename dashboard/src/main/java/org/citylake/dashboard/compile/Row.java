package org.citylake.dashboard.compile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table with typed columns. A required column that is missing is an
 * IllegalArgumentException that names it.
 *
 * @param values column to value, as a table scan gives them
 */
record Row(Map<String, Object> values) {

  /** A required text. */
  String text(String column) {
    return required(column).toString();
  }

  /** A text, a date or another value as text; null when missing. */
  @Nullable String find(String column) {
    Object value = values.get(column);
    return value == null ? null : value.toString();
  }

  /** A required whole number. */
  long number(String column) {
    return ((Number) required(column)).longValue();
  }

  /** A required truth. */
  boolean flag(String column) {
    return (Boolean) required(column);
  }

  /** A truth; null when missing. */
  @Nullable Boolean findFlag(String column) {
    return (Boolean) values.get(column);
  }

  /** A date; null when missing. */
  @Nullable LocalDate findDate(String column) {
    return (LocalDate) values.get(column);
  }

  /**
   * A number in its shortest plain form, the same number unrounded: decimals lose trailing zeros,
   * doubles stay doubles. Null when missing.
   */
  @Nullable Number findNumber(String column) {
    Object value = values.get(column);
    if (value == null) {
      return null;
    }
    if (value instanceof BigDecimal decimal) {
      BigDecimal stripped = decimal.stripTrailingZeros();
      return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
    return (Number) value;
  }

  /** A list of texts; empty when missing. */
  @SuppressWarnings("unchecked")
  List<String> texts(String column) {
    Object value = values.get(column);
    return value == null ? List.of() : (List<String>) value;
  }

  /** A map of counts; empty when missing. */
  @SuppressWarnings("unchecked")
  Map<String, Long> counts(String column) {
    Object value = values.get(column);
    return value == null ? Map.of() : (Map<String, Long>) value;
  }

  private Object required(String column) {
    Object value = values.get(column);
    if (value == null) {
      throw new IllegalArgumentException("column " + column + " is missing in " + values);
    }
    return value;
  }
}
