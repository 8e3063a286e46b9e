package org.citylake.metrics.environment;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.codelist.Codelist;
import org.jspecify.annotations.Nullable;

/**
 * The limits of ambient air, dated: a day is judged by the edition in force on it. Source: GB
 * 3095-2012 table 1 and GB 3095-2026, from the code list {@code air_quality_limit}.
 *
 * @param limits all editions
 */
public record AirQualityLimits(List<AirQualityLimit> limits) implements Serializable {
  /** Id of the code list. */
  public static final String CODELIST = "air_quality_limit";

  public AirQualityLimits {
    limits = List.copyOf(limits);
  }

  /** Reads the code list; its columns are named there. */
  public static AirQualityLimits of(Codelist codelist) {
    return new AirQualityLimits(
        codelist.rows().stream()
            .map(
                row ->
                    new AirQualityLimit(
                        text(row, "edition"),
                        text(row, "metric"),
                        "year".equals(text(row, "averaging")) ? Averaging.YEAR : Averaging.DAY,
                        Integer.parseInt(text(row, "class")),
                        new BigDecimal(text(row, "limit")),
                        LocalDate.parse(text(row, "valid_from")),
                        date(row, "valid_to")))
            .toList());
  }

  /**
   * The class II limit in force on a day.
   *
   * @throws CityLakeException of kind DATA when none is declared for that day
   */
  public AirQualityLimit load(String metric, Averaging averaging, LocalDate day) {
    return limits.stream()
        .filter(
            l ->
                l.grade() == 2
                    && l.averaging() == averaging
                    && l.metric().equals(metric)
                    && l.inForce(day))
        .findFirst()
        .orElseThrow(
            () ->
                new CityLakeException(
                    Kind.DATA,
                    "Cannot find the "
                        + averaging.code()
                        + " limit of "
                        + metric
                        + " on "
                        + day
                        + ": add it to the code list "
                        + CODELIST));
  }

  static String text(Map<String, String> row, String column) {
    String text = row.get(column);
    if (text == null || text.isBlank()) {
      throw new CityLakeException(
          Kind.DATA, "Cannot read the code list row " + row + ": " + column + " is empty");
    }
    return text.strip();
  }

  static @Nullable LocalDate date(Map<String, String> row, String column) {
    String text = row.get(column);
    return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
  }
}
