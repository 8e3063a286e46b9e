package org.citylake.entities.alert;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.citylake.entities.air.PollutantDay;
import org.citylake.entities.alert.AlertInput.Reading;

/** The hours of PM2.5 of one station, from the shipped file of 2010 to 2015. */
record PollutionHistory(String station, NavigableMap<Instant, BigDecimal> hours) {
  static final List<String> STATIONS = List.of("PM_Jingan", "PM_Xuhui", "PM_US Post");
  private static final int DAY = 24;
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Path FILE =
      Path.of(
          System.getProperty("citylake.root"),
          "ingestion/sources/environment/air_quality_pm25/data/ShanghaiPM20100101_20151231.csv");

  static List<PollutionHistory> all() throws IOException {
    Map<String, NavigableMap<Instant, BigDecimal>> stations = new TreeMap<>();
    CsvSchema header = CsvSchema.emptySchema().withHeader();
    try (MappingIterator<Map<String, String>> lines =
        new CsvMapper().readerForMapOf(String.class).with(header).readValues(FILE.toFile())) {
      while (lines.hasNext()) {
        Map<String, String> line = lines.next();
        Instant hour =
            LocalDateTime.of(
                    number(line, "year"),
                    number(line, "month"),
                    number(line, "day"),
                    number(line, "hour"),
                    0)
                .atZone(SHANGHAI)
                .toInstant();
        for (String station : STATIONS) {
          String value = line.getOrDefault(station, "NA");
          if (!value.equals("NA")) {
            stations
                .computeIfAbsent(station, s -> new TreeMap<>())
                .put(hour, new BigDecimal(value));
          }
        }
      }
    }
    return STATIONS.stream()
        .map(s -> new PollutionHistory(s, stations.getOrDefault(s, new TreeMap<>())))
        .toList();
  }

  private static int number(Map<String, String> line, String column) {
    return Integer.parseInt(line.getOrDefault(column, ""));
  }

  List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    hours.forEach((at, value) -> readings.add(new Reading(at, "pm25", value)));
    return readings;
  }

  static LocalDate day(Instant at) {
    return at.atZone(SHANGHAI).toLocalDate();
  }

  /** The mean of a local day; empty when the day is not valid. */
  Optional<BigDecimal> mean(LocalDate day) {
    return mean(
        day.atStartOfDay(SHANGHAI).toInstant(), day.plusDays(1).atStartOfDay(SHANGHAI).toInstant());
  }

  /** The greatest mean of 24 hours of those that end after the first and up to the last time. */
  Optional<BigDecimal> greatestMean(Instant after, Instant last) {
    return IntStream.rangeClosed(1, (int) ChronoUnit.HOURS.between(after, last))
        .mapToObj(i -> after.plus(i, ChronoUnit.HOURS))
        .flatMap(end -> mean(end.minus(DAY, ChronoUnit.HOURS), end).stream())
        .max(BigDecimal::compareTo);
  }

  private Optional<BigDecimal> mean(Instant from, Instant to) {
    PollutantDay day = PollutantDay.EMPTY;
    for (BigDecimal value : hours.subMap(from, true, to, false).values()) {
      day = day.plus(value);
    }
    return day.mean();
  }

  /** The valid days, with their means. */
  NavigableMap<LocalDate, BigDecimal> days() {
    NavigableMap<LocalDate, BigDecimal> days = new TreeMap<>();
    for (Instant hour : hours.keySet()) {
      LocalDate day = day(hour);
      if (!days.containsKey(day)) {
        mean(day).ifPresent(mean -> days.put(day, mean));
      }
    }
    return days;
  }
}
