package org.citylake.ingestion.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.SourceMapping.Assignment;
import org.citylake.core.value.TimePeriod;
import org.citylake.ingestion.codelist.CodelistLookup;
import org.citylake.ingestion.type.ShownValue;
import org.citylake.ingestion.type.ValueText;
import org.jspecify.annotations.Nullable;

/**
 * The named transforms of mapping.yaml. Each takes the values of the source columns and gives a
 * value for the target column, typed or as text, or null. A null in gives null out, save for {@code
 * obs-status}.
 */
final class Transform {
  private final Assignment assignment;
  private final @Nullable CodelistLookup codelist;
  private final ZoneId zone;
  private final ShownValue shown;

  Transform(
      Assignment assignment, @Nullable CodelistLookup codelist, ZoneId zone, ShownValue shown) {
    this.assignment = assignment;
    this.codelist = codelist;
    this.zone = zone;
    this.shown = shown;
  }

  /** Applies the transform to the values of {@code from}, in their order. */
  @Nullable Object apply(List<@Nullable Object> values) throws Unmappable {
    if (assignment.transform().equals("obs-status")) {
      return values.get(0) == null ? "M" : "A";
    }
    if (assignment.transform().equals("identity")) {
      return values.get(0);
    }
    List<String> given = new ArrayList<>(values.size());
    for (Object value : values) {
      String text = ValueText.of(value);
      if (text == null) {
        return null;
      }
      given.add(text);
    }
    String text = given.get(0);
    return switch (assignment.transform()) {
      case "codelist" -> code(text);
      case "codelist-pattern" -> codeByPattern(text);
      case "range-low" -> range(text).get(0);
      case "range-high" -> range(text).size() == 2 ? range(text).get(1) : null;
      case "period" -> period(text).text();
      case "period-start" -> period(text).start();
      case "period-end" -> period(text).end();
      case "local-date" -> day(given);
      case "hour-beginning" -> hour(given);
      case "concat" -> given.stream().collect(Collectors.joining("/"));
      default ->
          throw new CityLakeException(
              Kind.DATA, "Unknown transform '" + assignment.transform() + "' in a mapping");
    };
  }

  private @Nullable String code(String text) throws Unmappable {
    CodelistLookup list = Objects.requireNonNull(codelist, "the reader demands a code list");
    return list.find(text)
        .map(row -> row.getOrDefault(assignment.codelistColumn(), ""))
        .orElseThrow(() -> new Unmappable("codelist", unknown(list, text)))
        .transform(Transform::nullIfEmpty);
  }

  private @Nullable String codeByPattern(String text) throws Unmappable {
    CodelistLookup list = Objects.requireNonNull(codelist, "the reader demands a code list");
    return list.findPattern(text)
        .map(row -> row.getOrDefault(assignment.codelistColumn(), ""))
        .orElseThrow(() -> new Unmappable("codelist", unknown(list, text)))
        .transform(Transform::nullIfEmpty);
  }

  private String unknown(CodelistLookup list, String text) {
    return list.unknown(assignment.from().get(0), shown.of(text));
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  /** One number, or the two ends of {@code lo..hi}. */
  private List<String> range(String text) throws Unmappable {
    int dots = text.indexOf("..");
    if (dots < 0) {
      return List.of(text);
    }
    String low = text.substring(0, dots);
    String high = text.substring(dots + 2);
    if (low.isEmpty() || high.isEmpty()) {
      throw new Unmappable("range-text", shown.of(text) + " is no range: write lo..hi");
    }
    return List.of(low, high);
  }

  /** A period as SDMX writes it; sources may also write a span as {@code 2011..2015}. */
  private TimePeriod period(String text) throws Unmappable {
    return TimePeriod.find(text.replace("..", "/"))
        .orElseThrow(
            () ->
                new Unmappable(
                    "period",
                    shown.of(text)
                        + " is no period: write 2015, 2015-03, 2015-03-01 or 2011..2015"));
  }

  private LocalDate day(List<String> parts) throws Unmappable {
    try {
      return LocalDate.of(
          Integer.parseInt(parts.get(0)),
          Integer.parseInt(parts.get(1)),
          Integer.parseInt(parts.get(2)));
    } catch (DateTimeException | NumberFormatException e) {
      throw new Unmappable(
          "time", shown.of(String.join("-", parts.subList(0, 3))) + " is no day of the calendar");
    }
  }

  private OffsetDateTime hour(List<String> parts) throws Unmappable {
    LocalDateTime local;
    try {
      local = day(parts).atTime(Integer.parseInt(parts.get(3)), 0);
    } catch (DateTimeException | NumberFormatException e) {
      throw new Unmappable("time", shown.of(parts.get(3)) + " is no hour from 0 to 23");
    }
    // Summer time (China had it until 1991) makes hours that do not exist or exist twice.
    if (zone.getRules().getValidOffsets(local).size() != 1) {
      throw new Unmappable("time", shown.of(local.toString()) + " does not exist once in " + zone);
    }
    return local.atZone(zone).withZoneSameInstant(ZoneOffset.UTC).toOffsetDateTime();
  }
}
