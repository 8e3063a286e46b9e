package org.citylake.entities.air;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * The air quality index AQI of a day and of an hour. Source: HJ 633-2012, 4 and 6.
 *
 * <p>A city's index is made of the city's concentrations ({@link CityConcentration}), never of its
 * stations' indexes.
 *
 * @param breakpoints all editions
 */
public record AirQualityIndex(IndividualAirQualityIndex breakpoints) implements Serializable {
  /**
   * A day's index: means of 24 hours of SO2, NO2, CO, PM10 and PM2.5, and of ozone the day's
   * greatest mean of 8 hours and, where given, of 1 hour. Means that the standard does not use are
   * passed over.
   *
   * @throws CityLakeException of kind DATA when the breakpoints in force on the day are not known
   */
  public AirQuality daily(LocalDate day, List<Concentration> means) {
    Means given = new Means(day, means);
    Map<Pollutant, Integer> individual = new EnumMap<>(Pollutant.class);
    for (Pollutant pollutant : Pollutant.values()) {
      put(individual, pollutant, given.daily(pollutant));
    }
    return new AirQuality(individual, false);
  }

  /**
   * An hour's index for real-time publishing: means of 1 hour of SO2, NO2, CO and ozone, and the
   * mean of the last 24 hours of PM10 and PM2.5. Where that is not given the hour's own value is
   * read in the same table, and the result says so. SO2 over 800 µg/m³ in the hour is read by its
   * mean of 24 hours. Ozone's moving mean of 8 hours, where given, counts too.
   *
   * @throws CityLakeException of kind DATA when the breakpoints in force on the day are not known
   */
  public AirQuality realTime(LocalDate day, List<Concentration> means) {
    Means given = new Means(day, means);
    Map<Pollutant, Integer> individual = new EnumMap<>(Pollutant.class);
    boolean hourly = false;
    for (Pollutant pollutant : Pollutant.values()) {
      OptionalInt index = given.realTime(pollutant);
      if (index.isEmpty() && !pollutant.gas()) {
        index = given.read(pollutant, Averaging.HOUR, Averaging.DAY);
        hourly |= index.isPresent();
      }
      put(individual, pollutant, index);
    }
    return new AirQuality(individual, hourly);
  }

  private static void put(
      Map<Pollutant, Integer> individual, Pollutant pollutant, OptionalInt index) {
    if (index.isPresent()) {
      individual.put(pollutant, index.getAsInt());
    }
  }

  private static OptionalInt greater(OptionalInt one, OptionalInt other) {
    return one.isPresent() && other.isPresent()
        ? OptionalInt.of(Math.max(one.getAsInt(), other.getAsInt()))
        : one.isPresent() ? one : other;
  }

  private final class Means {
    private final LocalDate day;
    private final Map<Pollutant, Map<Averaging, BigDecimal>> values =
        new EnumMap<>(Pollutant.class);

    Means(LocalDate day, List<Concentration> means) {
      this.day = day;
      for (Concentration mean : means) {
        if (values
                .computeIfAbsent(mean.pollutant(), p -> new EnumMap<>(Averaging.class))
                .put(mean.averaging(), mean.value())
            != null) {
          throw new IllegalArgumentException(
              "The "
                  + mean.averaging().code()
                  + " mean of "
                  + mean.pollutant()
                  + " is given twice");
        }
      }
    }

    OptionalInt daily(Pollutant pollutant) {
      if (pollutant != Pollutant.O3) {
        return read(pollutant, Averaging.DAY);
      }
      if (!has(pollutant, Averaging.EIGHT_HOURS)) {
        return OptionalInt.empty();
      }
      // Over 800 µg/m³ in 8 hours there is no index of 8 hours, and the hour's stands alone.
      return greater(read(pollutant, Averaging.EIGHT_HOURS), read(pollutant, Averaging.HOUR));
    }

    OptionalInt realTime(Pollutant pollutant) {
      if (!pollutant.gas()) {
        return read(pollutant, Averaging.DAY);
      }
      OptionalInt hour = read(pollutant, Averaging.HOUR);
      if (pollutant == Pollutant.SO2 && hour.isEmpty() && has(pollutant, Averaging.HOUR)) {
        return read(pollutant, Averaging.DAY);
      }
      return pollutant == Pollutant.O3 && hour.isPresent()
          ? greater(hour, read(pollutant, Averaging.EIGHT_HOURS))
          : hour;
    }

    private boolean has(Pollutant pollutant, Averaging averaging) {
      return values.getOrDefault(pollutant, Map.of()).containsKey(averaging);
    }

    private OptionalInt read(Pollutant pollutant, Averaging averaging) {
      return read(pollutant, averaging, averaging);
    }

    /** The index of the mean of one time in the table of another. */
    OptionalInt read(Pollutant pollutant, Averaging averaging, Averaging table) {
      if (!breakpoints.known(pollutant.code(), table, day)) {
        throw new CityLakeException(
            Kind.DATA,
            "Cannot make the AQI of "
                + day
                + ": the "
                + table.code()
                + " breakpoints of "
                + pollutant.code()
                + " in force on that day are not known; add them to the code list "
                + IndividualAirQualityIndex.CODELIST);
      }
      BigDecimal value = values.getOrDefault(pollutant, Map.of()).get(averaging);
      return value == null
          ? OptionalInt.empty()
          : breakpoints.index(pollutant.code(), table, value, day);
    }
  }
}
