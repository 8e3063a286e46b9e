package org.citylake.core.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One way to write days or instants: a pattern of {@link DateTimeFormatter}, or a serial number.
 */
public sealed interface TimeFormat {
  /** Name of the format of spreadsheets' day numbers. */
  String EXCEL_SERIAL = "excel-serial";

  /** Days by ISO 8601: {@code 2016-03-01}. */
  TimeFormat ISO_DAY = new Written("yyyy-MM-dd", DateTimeFormatter.ISO_LOCAL_DATE);

  /** Instants by ISO 8601, with or without offset: {@code 2016-03-01T22:00:00+08:00}. */
  TimeFormat ISO_INSTANT = new Written("yyyy-MM-dd'T'HH:mm:ss", DateTimeFormatter.ISO_DATE_TIME);

  /**
   * The format of that name.
   *
   * @param name a pattern, in which {@code yyyy} is the year, or {@value #EXCEL_SERIAL}
   * @throws IllegalArgumentException when it is no pattern
   */
  static TimeFormat of(String name) {
    if (name.equals(EXCEL_SERIAL)) {
      return new Serial();
    }
    return new Written(
        name,
        DateTimeFormatter.ofPattern(name.replace('y', 'u'), Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT));
  }

  /** The pattern or name as declared. */
  String name();

  /** What the whole text says; empty when it is not written so or no day of the calendar. */
  Optional<TemporalAccessor> read(String text);

  /** What the text says when its time of day is 24:00: the next day's first moment. */
  Optional<LocalDateTime> readEndOfDay(String text);

  /** Whether the text has the form, be it a day of the calendar or not. */
  boolean hasForm(String text);

  /** The moment, in UTC, as this format writes it. */
  String write(LocalDateTime moment);

  /** A text that the two formats read differently; empty when none was found among many days. */
  default Optional<String> readDifferently(TimeFormat other) {
    return IntStream.of(2001, 2002, 2003, 2010, 2011, 2012)
        .mapToObj(year -> LocalDateTime.of(year, 1, 1, 1, 2, 3))
        .flatMap(first -> IntStream.range(0, 365).mapToObj(first::plusDays))
        .map(this::write)
        .filter(text -> differ(read(text), other.read(text)))
        .findFirst();
  }

  private static boolean differ(Optional<TemporalAccessor> one, Optional<TemporalAccessor> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    boolean timed =
        List.of(one.get(), other.get()).stream()
            .allMatch(t -> t.isSupported(ChronoField.SECOND_OF_DAY));
    return !LocalDate.from(one.get()).equals(LocalDate.from(other.get()))
        || (timed
            && one.get().getLong(ChronoField.SECOND_OF_DAY)
                != other.get().getLong(ChronoField.SECOND_OF_DAY));
  }

  /**
   * A pattern.
   *
   * @param name as declared
   * @param formatter strict: there is no 30 February
   */
  record Written(String name, DateTimeFormatter formatter) implements TimeFormat {
    @Override
    public Optional<TemporalAccessor> read(String text) {
      if (!hasForm(text)) {
        return Optional.empty();
      }
      try {
        return Optional.of(formatter.parse(text));
      } catch (DateTimeException e) {
        return Optional.empty(); // of the form and yet no day: whoever asks learns it by hasForm
      }
    }

    @Override
    public Optional<LocalDateTime> readEndOfDay(String text) {
      TemporalAccessor fields = fields(text);
      if (fields == null
          || field(fields, ChronoField.HOUR_OF_DAY) != 24
          || field(fields, ChronoField.MINUTE_OF_HOUR) != 0
          || field(fields, ChronoField.SECOND_OF_MINUTE) != 0) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            LocalDate.of(
                    (int) field(fields, ChronoField.YEAR),
                    (int) field(fields, ChronoField.MONTH_OF_YEAR),
                    (int) field(fields, ChronoField.DAY_OF_MONTH))
                .plusDays(1)
                .atStartOfDay());
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }

    @Override
    public boolean hasForm(String text) {
      return fields(text) != null;
    }

    @Override
    public String write(LocalDateTime moment) {
      return formatter.format(moment.atZone(ZoneOffset.UTC));
    }

    private @Nullable TemporalAccessor fields(String text) {
      ParsePosition position = new ParsePosition(0);
      TemporalAccessor fields = formatter.parseUnresolved(text, position);
      return position.getErrorIndex() >= 0 || position.getIndex() < text.length() ? null : fields;
    }

    private static long field(TemporalAccessor fields, ChronoField field) {
      return fields.isSupported(field) ? fields.getLong(field) : 0;
    }
  }

  /**
   * The number that a spreadsheet keeps for a day, the time of day behind the point: 42430 is 1
   * March 2016. Numbers below 61 are refused, because spreadsheets count a 29 February 1900.
   */
  record Serial() implements TimeFormat {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,6}([.][0-9]{1,20})?");
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
    private static final int FIRST = 61;
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

    @Override
    public String name() {
      return EXCEL_SERIAL;
    }

    @Override
    public Optional<TemporalAccessor> read(String text) {
      if (!hasForm(text)) {
        return Optional.empty();
      }
      BigDecimal number = new BigDecimal(text);
      if (number.intValue() < FIRST) {
        return Optional.empty();
      }
      if (number.stripTrailingZeros().scale() <= 0) {
        return Optional.of(ZERO.plusDays(number.intValue()).atStartOfDay());
      }
      long seconds = number.multiply(SECONDS).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
      return Optional.of(ZERO.atStartOfDay().plusSeconds(seconds));
    }

    @Override
    public Optional<LocalDateTime> readEndOfDay(String text) {
      return Optional.empty();
    }

    @Override
    public boolean hasForm(String text) {
      return FORM.matcher(text).matches();
    }

    @Override
    public String write(LocalDateTime moment) {
      return Long.toString(ChronoUnit.DAYS.between(ZERO, moment.toLocalDate()));
    }
  }
}
