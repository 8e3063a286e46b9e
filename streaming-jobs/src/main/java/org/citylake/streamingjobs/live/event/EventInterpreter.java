package org.citylake.streamingjobs.live.event;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.LiveStream;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.record.LineParser;
import org.citylake.ingestion.record.ParsedLine;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.record.RecordValidator;
import org.citylake.ingestion.record.SourceRecord;
import org.citylake.streamingjobs.delivery.DeclaredSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages by the source's contract, as loads in batch do. A message that cannot be read,
 * that breaks a rule, measures nothing, or is of a time ahead of its arrival is refused with every
 * reason. Not safe for several threads.
 *
 * <p>Rules beside the contract's: {@code empty}, {@code too-long}, {@code no-measure}, {@code
 * measure-size}, {@code event-time-ahead}, {@code unreadable}.
 */
public final class EventInterpreter {
  /** Longer messages are kept but not read. */
  static final int LONGEST = 1 << 20;

  private static final int DIGITS = 38;

  private final LiveStream stream;
  private final LineParser parser;
  private final RecordValidator validator;

  /** Reads messages of a live source. */
  public EventInterpreter(SourceDeclaration source, LiveStream stream, DeclarationLibrary library) {
    this.stream = stream;
    this.parser = LineParser.of(source);
    this.validator = new RecordValidator(source, library);
  }

  /** Reads messages of a source that is declared with a live stream. */
  public static EventInterpreter of(DeclaredSource source) {
    return new EventInterpreter(
        source.declaration(), source.stream().live().orElseThrow(), source.library());
  }

  /** What the message says, or why it is refused. */
  public Interpreted interpret(Message message) {
    int length = message.bytes().length;
    if (length == 0) {
      return refused(message, List.of("empty: the message has no byte"));
    }
    if (length > LONGEST) {
      return refused(
          message,
          List.of("too-long: " + length + " bytes; the most that are read are " + LONGEST));
    }
    try {
      ParsedLine parsed = parser.parse(new RecordLine(message.position(), message.bytes()));
      if (parsed.records().size() != 1) {
        return refused(
            message, List.of("unreadable: it holds " + parsed.records().size() + " records"));
      }
      SourceRecord record = validator.validate(parsed.records().get(0));
      return record.accepted() ? event(message, record) : refused(message, record.reasons());
    } catch (RuntimeException e) {
      // A message that no reader was ready for must not stop the stream; it is kept with the cause.
      return refused(message, List.of("unreadable: " + e));
    }
  }

  /**
   * Refuses a message that is known to be unreadable, such as one of a file with another header.
   */
  public static Interpreted refuse(Message message, String reason) {
    return refused(message, List.of(reason));
  }

  private Interpreted event(Message message, SourceRecord record) {
    Map<String, @Nullable Object> values = record.values();
    long observedAt =
        ((OffsetDateTime) Objects.requireNonNull(values.get(stream.eventTime())))
            .toInstant()
            .toEpochMilli();
    long latest = message.arrivedAt() + stream.ahead().toMillis();
    if (observedAt > latest) {
      return refused(
          message,
          List.of(
              "event-time-ahead: "
                  + values.get(stream.eventTime())
                  + " is more than "
                  + stream.ahead()
                  + " after the message came; set the device's clock"));
    }
    @Nullable BigDecimal[] measures = new BigDecimal[stream.measures().size()];
    boolean measured = false;
    for (int i = 0; i < measures.length; i++) {
      String name = stream.measures().get(i);
      BigDecimal number = number(values.get(name));
      if (number != null && number.precision() > DIGITS) {
        return refused(message, List.of("measure-size: " + name + " has too many digits"));
      }
      measures[i] = number;
      measured |= number != null;
    }
    if (!measured) {
      return refused(
          message, List.of("no-measure: it has none of " + String.join(", ", stream.measures())));
    }
    StringBuilder series = new StringBuilder();
    for (String column : stream.series()) {
      series.append(series.isEmpty() ? "" : "/").append(values.get(column));
    }
    return new Interpreted(
        new LiveEvent(
            series.toString(),
            observedAt,
            Measures.of(measures),
            message.place(),
            message.position(),
            message.arrivedAt()),
        null);
  }

  private static @Nullable BigDecimal number(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    BigDecimal number =
        value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
    return number.setScale(Measures.SCALE, RoundingMode.HALF_EVEN);
  }

  private static Interpreted refused(Message message, List<String> reasons) {
    return new Interpreted(
        null,
        new LiveRefusal(
            message.place(), message.position(), message.arrivedAt(), message.bytes(), reasons));
  }
}
