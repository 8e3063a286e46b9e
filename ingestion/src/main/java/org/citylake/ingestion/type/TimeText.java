package org.citylake.ingestion.type;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.value.TimeFormat;

/** Reads days or instants in the formats of a column; the first that fits counts. */
final class TimeText {
  private final String type;
  private final List<TimeFormat> formats;
  private final boolean endOfDay;
  private final ZoneId zone;
  private final ShownValue shown;

  TimeText(ContractProperty property, ZoneId zone, ShownValue shown) {
    this.type = property.physicalType();
    this.formats =
        property.formats().isEmpty()
            ? List.of(type.equals("date") ? TimeFormat.ISO_DAY : TimeFormat.ISO_INSTANT)
            : property.formats().stream().map(TimeFormat::of).toList();
    this.endOfDay = property.endOfDay();
    this.zone = zone;
    this.shown = shown;
  }

  LocalDate day(String text) throws BadValueException {
    return LocalDate.from(read(text));
  }

  /** In UTC; a time without an offset is local to the zone. */
  OffsetDateTime instant(String text) throws BadValueException {
    TemporalAccessor read = read(text);
    OffsetDateTime time =
        read.isSupported(ChronoField.OFFSET_SECONDS)
            ? OffsetDateTime.from(read)
            : LocalDateTime.from(read).atZone(zone).toOffsetDateTime();
    return time.withOffsetSameInstant(ZoneOffset.UTC);
  }

  private TemporalAccessor read(String text) throws BadValueException {
    for (TimeFormat format : formats) {
      Optional<TemporalAccessor> read = format.read(text);
      if (read.isPresent()) {
        return read.get();
      }
      Optional<LocalDateTime> midnight = endOfDay ? format.readEndOfDay(text) : Optional.empty();
      if (midnight.isPresent()) {
        return midnight.get();
      }
    }
    throw new BadValueException(Refusal.ofTime(text, type, formats, shown), null);
  }
}
