package org.citylake.streamingjobs.airquality;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.citylake.entities.air.AirQualityLimit;
import org.citylake.entities.air.AirQualityLimits;
import org.citylake.entities.air.Averaging;
import org.citylake.entities.air.IndividualAirQualityIndex;
import org.citylake.entities.air.PollutantDay;
import org.citylake.streamingjobs.reading.HourVersion;
import org.citylake.streamingjobs.reading.SensorDay;
import org.citylake.streamingjobs.reading.Station;

/**
 * Makes a day's figures of its current hours.
 *
 * @param limits dated limits
 * @param index dated breakpoints
 * @param zone in which days are local
 */
public record DayAssessment(AirQualityLimits limits, IndividualAirQualityIndex index, ZoneId zone)
    implements Serializable {

  /** The last millisecond of a local day. */
  public long endOfDay(long day) {
    return LocalDate.ofEpochDay(day + 1).atStartOfDay(zone).toInstant().toEpochMilli() - 1;
  }

  /**
   * The figures; empty for what is no pollutant with a limit. The revision is 0, the load empty.
   */
  public Optional<DayFigures> figures(
      SensorDay key, List<HourVersion> current, List<Station> stations) {
    if (!limits.judgedWithoutEnd(key.metric())) {
      return Optional.empty();
    }
    LocalDate date = LocalDate.ofEpochDay(key.day());
    AirQualityLimit limit = limits.load(key.metric(), Averaging.DAY, date);
    PollutantDay sum = PollutantDay.EMPTY;
    for (HourVersion hour : current) {
      sum = sum.plus(hour.value());
    }
    PollutantDay day = sum;
    HourVersion last =
        current.stream().max(Comparator.comparingLong(HourVersion::observedAt)).orElseThrow();
    Station station = stations.get(last.station());
    OptionalInt iaqi =
        day.mean().map(mean -> index.index(key.metric(), mean, date)).orElse(OptionalInt.empty());
    return Optional.of(
        new DayFigures(
            key.sensorId(),
            key.metric(),
            key.day(),
            0,
            station.official(),
            station.refArea(),
            day.hours(),
            day.sum(),
            day.valid(),
            day.mean().orElse(null),
            iaqi.isPresent() ? iaqi.getAsInt() : null,
            FigureColumns.scaled(limit.limit()),
            limit.edition(),
            day.exceeds(limit.limit()).orElse(null),
            ""));
  }
}
