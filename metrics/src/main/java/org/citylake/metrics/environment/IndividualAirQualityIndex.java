package org.citylake.metrics.environment;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.citylake.core.codelist.Codelist;
import org.jspecify.annotations.Nullable;

/**
 * The individual air quality index IAQI of a pollutant's daily mean. It is no AQI: that is the
 * greatest of the six pollutants' indexes.
 *
 * <p>Source: HJ 633-2012, 4.3, formula (1) with table 1: linear between the two breakpoints around
 * the concentration, rounded up to a whole number. The table ends at 500; the standard gives no
 * formula beyond, and as in public reporting such a concentration has the index 500. There are no
 * 1-hour breakpoints for PM2.5.
 *
 * @param breakpoints all editions
 */
public record IndividualAirQualityIndex(List<Breakpoint> breakpoints) implements Serializable {
  /** Id of the code list. */
  public static final String CODELIST = "iaqi_breakpoint";

  public IndividualAirQualityIndex {
    breakpoints =
        breakpoints.stream().sorted(Comparator.comparing(Breakpoint::concentration)).toList();
  }

  /**
   * One column of the table.
   *
   * @param metric pollutant
   * @param iaqi index, 0..500
   * @param concentration 24-hour mean in µg/m³
   * @param validFrom first day in force
   * @param validTo first day no longer in force; null while it is
   */
  public record Breakpoint(
      String metric,
      int iaqi,
      BigDecimal concentration,
      LocalDate validFrom,
      @Nullable LocalDate validTo)
      implements Serializable {
    boolean inForce(LocalDate day) {
      return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
  }

  /** Reads the code list; its columns are named there. */
  public static IndividualAirQualityIndex of(Codelist codelist) {
    return new IndividualAirQualityIndex(
        codelist.rows().stream()
            .map(
                row ->
                    new Breakpoint(
                        AirQualityLimits.text(row, "metric"),
                        Integer.parseInt(AirQualityLimits.text(row, "iaqi")),
                        new BigDecimal(AirQualityLimits.text(row, "concentration")),
                        LocalDate.parse(AirQualityLimits.text(row, "valid_from")),
                        AirQualityLimits.date(row, "valid_to")))
            .toList());
  }

  /**
   * The index of a daily mean in µg/m³, not negative; empty when no breakpoints are in force on the
   * day.
   */
  public OptionalInt index(String metric, BigDecimal mean, LocalDate day) {
    if (mean.signum() < 0) {
      throw new IllegalArgumentException("A concentration is not negative: " + mean);
    }
    Breakpoint low = null;
    for (Breakpoint high : breakpoints) {
      if (!high.metric().equals(metric) || !high.inForce(day)) {
        continue;
      }
      if (low != null && mean.compareTo(high.concentration()) <= 0) {
        return OptionalInt.of(between(low, high, mean));
      }
      low = high;
    }
    return low == null ? OptionalInt.empty() : OptionalInt.of(low.iaqi());
  }

  private static int between(Breakpoint low, Breakpoint high, BigDecimal mean) {
    BigDecimal rise = BigDecimal.valueOf((long) high.iaqi() - low.iaqi());
    return rise.multiply(mean.subtract(low.concentration()))
        .divide(high.concentration().subtract(low.concentration()), 0, RoundingMode.CEILING)
        .add(BigDecimal.valueOf(low.iaqi()))
        .intValueExact();
  }
}
