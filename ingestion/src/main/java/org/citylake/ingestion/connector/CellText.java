package org.citylake.ingestion.connector;

import java.math.BigDecimal;
import java.sql.Clob;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.value.TimeFormat;
import org.jspecify.annotations.Nullable;

/** A database's value as the text that the contract's column reads. */
final class CellText {
  private final Optional<DateTimeFormatter> format;
  private final boolean day;

  CellText(ContractProperty column) {
    this.day = column.physicalType().equals("date");
    this.format =
        column.formats().stream()
            .filter(f -> !f.equals(TimeFormat.EXCEL_SERIAL))
            .findFirst()
            .map(f -> DateTimeFormatter.ofPattern(f.replace('y', 'u'), Locale.ROOT));
  }

  /** The text; empty for a missing value. */
  String of(@Nullable Object value) throws SQLException {
    if (value == null) {
      return "";
    }
    if (value instanceof java.sql.Timestamp timestamp) {
      return time(timestamp.toLocalDateTime());
    }
    if (value instanceof java.sql.Date date) {
      return time(date.toLocalDate());
    }
    if (value instanceof java.sql.Time time) {
      return time(time.toLocalTime());
    }
    if (value instanceof LocalDateTime
        || value instanceof LocalDate
        || value instanceof LocalTime
        || value instanceof OffsetDateTime) {
      return time((TemporalAccessor) value);
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Clob text) {
      return text.getSubString(1, (int) Math.min(Integer.MAX_VALUE, text.length()));
    }
    if (value instanceof byte[] || value instanceof java.sql.Blob) {
      throw new SQLException("a column with bytes cannot be delivered as text");
    }
    return value.toString();
  }

  /** By the column's format; in ISO 8601 where it has none or the value has less than it needs. */
  private String time(TemporalAccessor value) {
    if (format.isPresent()) {
      return format.get().format(value);
    }
    // Oracle and its like keep days as times of midnight.
    if (day
        && value instanceof LocalDateTime time
        && time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return time.toLocalDate().toString();
    }
    return value.toString();
  }
}
