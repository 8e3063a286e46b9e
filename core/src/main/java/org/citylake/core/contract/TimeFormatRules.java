package org.citylake.core.contract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citylake.core.problem.Problems;
import org.citylake.core.value.TimeFormat;
import org.citylake.core.yaml.YamlFile;

/** What formats, endOfDay and qualifiers of a column must keep. */
final class TimeFormatRules {
  private final YamlFile yaml;
  private final Problems problems;

  TimeFormatRules(YamlFile yaml, Problems problems) {
    this.yaml = yaml;
    this.problems = problems;
  }

  void column(ContractProperty property, String place) {
    boolean timed = property.type() == LogicalType.TIMESTAMP;
    boolean dated = property.type() == LogicalType.DATE;
    List<String> names = property.formats();
    if (!names.isEmpty() && (timed || dated)) {
      formats(property, place);
    } else if (property.custom().containsKey("formats")) {
      report(place, "formats", String.join(", ", names), "Only a date or timestamp has 'formats'");
    }
    if (property.custom().containsKey("formats") && property.format().isPresent()) {
      report(
          place,
          "formats",
          property.format().get(),
          "The column has both 'format' and 'formats': put all into 'formats'");
    }
    if (property.endOfDay() && !timed) {
      report(place, "end-of-day", property.name(), "Only a timestamp has 'endOfDay'");
    }
    boolean number =
        property.type() == LogicalType.NUMBER || property.type() == LogicalType.INTEGER;
    if (!property.qualifiers().isEmpty() && !number) {
      report(
          place,
          "qualifiers",
          String.join(", ", property.qualifiers().keySet()),
          "Only a number has 'qualifiers'");
    }
  }

  private void formats(ContractProperty property, String place) {
    List<TimeFormat> known = new ArrayList<>();
    for (String name : property.formats()) {
      find(property, name, place).ifPresent(known::add);
    }
    for (int i = 0; i < known.size(); i++) {
      for (int j = i + 1; j < known.size(); j++) {
        ambiguity(known.get(i), known.get(j), place);
      }
    }
  }

  private void ambiguity(TimeFormat one, TimeFormat other, String place) {
    one.readDifferently(other)
        .or(() -> other.readDifferently(one))
        .ifPresent(
            text ->
                report(
                    place,
                    "ambiguous-format",
                    text,
                    "The formats '"
                        + one.name()
                        + "' and '"
                        + other.name()
                        + "' read one text as different days; leave one of them out"));
  }

  private Optional<TimeFormat> find(ContractProperty property, String name, String place) {
    try {
      TimeFormat format = TimeFormat.of(name);
      LocalDateTime moment = LocalDateTime.of(2016, 3, 1, 0, 0);
      if (property.type() == LogicalType.DATE) {
        format.read(format.write(moment)).ifPresent(LocalDate::from);
      } else {
        format.read(format.write(moment)).ifPresent(LocalDateTime::from);
      }
      return Optional.of(format);
    } catch (DateTimeException | IllegalArgumentException e) {
      report(
          place,
          "time-format",
          name,
          "Not a format of a "
              + property.physicalType()
              + ": write such as yyyy-MM-dd, yyyyMMdd HH:mm:ss or excel-serial");
      return Optional.empty();
    }
  }

  private void report(String place, String rule, String value, String message) {
    problems.add(yaml.problem(place, rule, value, message));
  }
}
