package org.citylake.ingestion.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.citylake.core.contract.ContractProperty;

/** Writes values as a column's contract asks. */
final class WrittenValue {
  /** The count of days of a spreadsheet, which is no pattern. */
  private static final String SERIAL = "excel-serial";

  private final DateTimeFormatter day;
  private final DateTimeFormatter time;

  WrittenValue(ContractProperty property) {
    DateTimeFormatter declared =
        property.formats().stream()
            .filter(f -> !f.equals(SERIAL))
            .findFirst()
            .map(f -> DateTimeFormatter.ofPattern(f, Locale.ROOT))
            .orElse(null);
    this.day = declared == null ? DateTimeFormatter.ISO_LOCAL_DATE : declared;
    this.time = declared == null ? DateTimeFormatter.ISO_LOCAL_DATE_TIME : declared;
  }

  /**
   * A day, time, number or text as the agency writes it; a day in a time column is its midnight.
   */
  String of(Object value) {
    if (value instanceof LocalDateTime moment) {
      return time.format(moment);
    }
    if (value instanceof LocalDate date) {
      // Some agencies write days with a time of midnight, and so do columns of times.
      return day.format(date.atStartOfDay());
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}
