package org.citylake.entities.air;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.codelist.Codelist;
import org.citylake.entities.standard.StandardRow;

/**
 * The limits of ambient air, dated: a day is judged by the edition in force on it. Source: GB
 * 3095-2012 tables 1 and 2 and GB 3095-2026, from the code list {@code air_quality_limit}.
 *
 * @param limits all editions
 */
public record AirQualityLimits(List<AirQualityLimit> limits) implements Serializable {
  /** Id of the code list. */
  public static final String CODELIST = "air_quality_limit";

  private static final int CITIES = 2;

  public AirQualityLimits {
    limits = List.copyOf(limits);
  }

  /** Reads the code list; its columns are named there. */
  public static AirQualityLimits of(Codelist codelist) {
    return new AirQualityLimits(
        StandardRow.read(
            codelist,
            row ->
                new AirQualityLimit(
                    row.text("edition"),
                    row.text("metric"),
                    Averaging.of(row.text("averaging")),
                    row.integer("class"),
                    row.decimal("limit"),
                    row.validity())));
  }

  /**
   * The class II limit in force on a day: that of cities.
   *
   * @throws CityLakeException of kind DATA when none is declared for that day
   */
  public AirQualityLimit load(String metric, Averaging averaging, LocalDate day) {
    return load(metric, averaging, CITIES, day);
  }

  /**
   * The limit in force on a day.
   *
   * @param grade class of the area: 1 for nature reserves and scenic areas, 2 for all others
   * @throws CityLakeException of kind DATA when none is declared for that day
   */
  public AirQualityLimit load(String metric, Averaging averaging, int grade, LocalDate day) {
    return limits.stream()
        .filter(
            l ->
                l.grade() == grade
                    && l.averaging() == averaging
                    && l.metric().equals(metric)
                    && l.validity().on(day))
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

  /**
   * Whether days and years of the pollutant can be judged from now on without end: there are class
   * II limits of both, and no later edition, whose limits we do not know, has replaced them.
   */
  public boolean judgedWithoutEnd(String metric) {
    return judged(metric, Averaging.DAY) && judged(metric, Averaging.YEAR);
  }

  private boolean judged(String metric, Averaging averaging) {
    return limits.stream()
        .anyMatch(
            l ->
                l.metric().equals(metric)
                    && l.averaging() == averaging
                    && l.grade() == CITIES
                    && l.validity().to() == null);
  }
}
