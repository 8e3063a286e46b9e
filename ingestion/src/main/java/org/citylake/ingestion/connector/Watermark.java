package org.citylake.ingestion.connector;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/**
 * The highest value of a growing column that was fetched, as text with its kind, so that it is
 * bound again as what it was.
 */
final class Watermark {
  private Watermark() {}

  /** The text that {@link #value} reads. */
  static String text(Object value) {
    if (value instanceof Timestamp time) {
      return "time " + time.toLocalDateTime();
    }
    if (value instanceof java.sql.Date day) {
      return "time " + day.toLocalDate().atStartOfDay();
    }
    if (value instanceof LocalDateTime time) {
      return "time " + time;
    }
    if (value instanceof OffsetDateTime time) {
      return "instant " + time;
    }
    if (value instanceof Number number) {
      return "number " + new BigDecimal(number.toString()).toPlainString();
    }
    return "text " + value;
  }

  /** The value to be bound. */
  static Object value(String text) {
    int space = text.indexOf(' ');
    String rest = text.substring(space + 1);
    return switch (text.substring(0, space)) {
      case "time" -> Timestamp.valueOf(LocalDateTime.parse(rest));
      case "instant" -> OffsetDateTime.parse(rest);
      case "number" -> new BigDecimal(rest);
      default -> rest;
    };
  }
}
