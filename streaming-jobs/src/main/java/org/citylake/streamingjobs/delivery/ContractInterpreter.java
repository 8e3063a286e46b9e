package org.citylake.streamingjobs.delivery;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.record.MappedRecord;
import org.citylake.ingestion.record.ParsedLine;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.record.RecordParser;
import org.citylake.ingestion.record.RecordValidator;
import org.citylake.ingestion.record.SourceRecord;
import org.citylake.streamingjobs.quarantine.Refusal;
import org.citylake.streamingjobs.reading.Reading;
import org.jspecify.annotations.Nullable;

/** Interprets lines by the source's contract and mapping, as batch loads do. */
public final class ContractInterpreter implements LineInterpreter {
  private static final int SCALE = 10;

  private final RecordParser parser;
  private final RecordValidator validator;
  private final ZoneId zone;

  private ContractInterpreter(SourceDeclaration source, DeclarationLibrary library, ZoneId zone) {
    this.parser = new RecordParser(source);
    this.validator = new RecordValidator(source, library);
    this.zone = zone;
  }

  /** Interprets lines of the source. */
  public static Factory of(DeclaredSource source) {
    return () ->
        new ContractInterpreter(source.declaration(), source.library(), source.stream().zone());
  }

  @Override
  public void interpret(DeliveryLine line, Output output) {
    ParsedLine parsed = parser.parse(new RecordLine(line.line(), line.bytes()));
    output.missing(parsed.missing());
    for (SourceRecord found : parsed.records()) {
      MappedRecord mapped = validator.validateAndMap(found);
      SourceRecord record = mapped.record();
      if (record.accepted()) {
        output.reading(reading(mapped.row(), line.line()));
      } else {
        output.refusal(
            new Refusal(
                record.line(), record.variable().orElse(""), record.bytes(), record.reasons()));
      }
    }
  }

  private Reading reading(Map<String, @Nullable Object> row, long line) {
    OffsetDateTime observedAt = value(row, "observed_at", OffsetDateTime.class);
    return new Reading(
        value(row, "sensor_id", String.class),
        value(row, "metric", String.class),
        observedAt.atZoneSameInstant(zone).toLocalDate().toEpochDay(),
        observedAt.toInstant().toEpochMilli(),
        value(row, "value", BigDecimal.class).setScale(SCALE, RoundingMode.UNNECESSARY),
        value(row, "unit_measure", String.class),
        value(row, "official", Boolean.class),
        value(row, "ref_area", String.class),
        line);
  }

  private static <T> T value(Map<String, @Nullable Object> row, String column, Class<T> type) {
    return type.cast(
        Objects.requireNonNull(row.get(column), () -> column + " is required by the contract"));
  }
}
