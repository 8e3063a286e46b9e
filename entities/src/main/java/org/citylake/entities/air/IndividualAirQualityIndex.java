package org.citylake.entities.air;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.citylake.core.codelist.Codelist;
import org.citylake.entities.standard.StandardRow;
import org.citylake.entities.standard.Validity;

/**
 * The individual air quality index IAQI of a pollutant's mean. It is no AQI: that is the greatest
 * of the six pollutants' indexes, {@link AirQualityIndex}.
 *
 * <p>Source: HJ 633-2012, 4.3, formula (1) with table 1: linear between the two breakpoints around
 * the concentration, rounded up to a whole number. Where the table ends at 500 the standard gives
 * no formula beyond, and as in public reporting such a concentration has the index 500; where it
 * ends before (SO2 of 1 hour, ozone of 8 hours) there is no index beyond. There are no 1-hour
 * breakpoints of particles.
 *
 * @param breakpoints all editions
 */
public record IndividualAirQualityIndex(List<Breakpoint> breakpoints) implements Serializable {
  /** Id of the code list. */
  public static final String CODELIST = "iaqi_breakpoint";

  private static final int END = 500;

  public IndividualAirQualityIndex {
    breakpoints =
        breakpoints.stream().sorted(Comparator.comparing(Breakpoint::concentration)).toList();
  }

  /**
   * One cell of the table.
   *
   * @param metric pollutant
   * @param averaging over what time
   * @param iaqi index, 0..500
   * @param concentration mg/m³ of {@code co}, µg/m³ of all others
   * @param validity when it is in force
   */
  public record Breakpoint(
      String metric, Averaging averaging, int iaqi, BigDecimal concentration, Validity validity)
      implements Serializable {
    boolean of(String pollutant, Averaging time, LocalDate day) {
      return metric.equals(pollutant) && averaging == time && validity.on(day);
    }
  }

  /** Reads the code list; its columns are named there. */
  public static IndividualAirQualityIndex of(Codelist codelist) {
    return new IndividualAirQualityIndex(
        StandardRow.read(
            codelist,
            row ->
                new Breakpoint(
                    row.text("metric"),
                    Averaging.of(row.text("averaging")),
                    row.integer("iaqi"),
                    row.decimal("concentration"),
                    row.validity())));
  }

  /** Whether breakpoints of that time are in force on the day. */
  public boolean known(String metric, Averaging averaging, LocalDate day) {
    return breakpoints.stream().anyMatch(b -> b.of(metric, averaging, day));
  }

  /** The index of a daily mean, not negative; empty when no breakpoints are in force on the day. */
  public OptionalInt index(String metric, BigDecimal mean, LocalDate day) {
    return index(metric, Averaging.DAY, mean, day);
  }

  /**
   * The index of a mean, not negative; empty when no breakpoints are in force on the day, and
   * beyond the end of a table that ends before 500.
   */
  public OptionalInt index(String metric, Averaging averaging, BigDecimal mean, LocalDate day) {
    if (mean.signum() < 0) {
      throw new IllegalArgumentException("A concentration is not negative: " + mean);
    }
    Breakpoint low = null;
    for (Breakpoint high : breakpoints) {
      if (!high.of(metric, averaging, day)) {
        continue;
      }
      if (low != null && mean.compareTo(high.concentration()) <= 0) {
        return OptionalInt.of(between(low, high, mean));
      }
      low = high;
    }
    return low != null && low.iaqi() == END ? OptionalInt.of(END) : OptionalInt.empty();
  }

  private static int between(Breakpoint low, Breakpoint high, BigDecimal mean) {
    BigDecimal rise = BigDecimal.valueOf((long) high.iaqi() - low.iaqi());
    return rise.multiply(mean.subtract(low.concentration()))
        .divide(high.concentration().subtract(low.concentration()), 0, RoundingMode.CEILING)
        .add(BigDecimal.valueOf(low.iaqi()))
        .intValueExact();
  }
}
