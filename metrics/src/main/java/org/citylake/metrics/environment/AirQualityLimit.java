package org.citylake.metrics.environment;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One limit of one edition of GB 3095.
 *
 * @param edition such as {@code GB 3095-2012}
 * @param metric pollutant, such as {@code pm25}
 * @param averaging day or year
 * @param grade functional area class: 1 or 2
 * @param limit in µg/m³; what is greater exceeds it
 * @param validFrom first day in force
 * @param validTo first day no longer in force; null while it is
 */
public record AirQualityLimit(
    String edition,
    String metric,
    Averaging averaging,
    int grade,
    BigDecimal limit,
    LocalDate validFrom,
    @Nullable LocalDate validTo)
    implements Serializable {

  /** Whether the limit is in force on that day. */
  public boolean inForce(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
  }
}
