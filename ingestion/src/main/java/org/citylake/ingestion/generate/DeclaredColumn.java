package org.citylake.ingestion.generate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.SampleDeclaration.Column;
import org.jspecify.annotations.Nullable;

/** A column as sample.yaml declares it. */
final class DeclaredColumn implements ColumnSample {
  private final Column column;
  private final String name;
  private final WrittenValue written;
  private final Optional<DateTimeFormatter> form;
  private final Optional<Weighted<String>> choices;
  private final int decimals;
  private final LocalDateTime end;

  /**
   * A column of a source.
   *
   * @param end the end of the snapshot date
   */
  DeclaredColumn(ContractProperty property, Column column, LocalDateTime end) {
    this.column = column;
    this.end = end;
    this.name = property.name();
    this.written = new WrittenValue(property);
    this.form = column.form().map(f -> DateTimeFormatter.ofPattern(f, Locale.ROOT));
    this.choices =
        column.choices().isEmpty() ? Optional.empty() : Optional.of(Weighted.of(column.choices()));
    this.decimals = Math.min(2, GenericNumber.scale(property));
  }

  @Override
  public @Nullable String text(SampleRecord record) {
    if (!record.meets(column.when()) || !record.draw().chance("has " + name, column.share())) {
      return null;
    }
    return switch (column.origin()) {
      case FROM -> from(record.attribute(column.argument()));
      case TEXT -> record.filled(column.argument());
      case SERIAL -> {
        String prefix = record.filled(column.argument());
        yield prefix == null ? null : prefix + Person.padded(record.serial(), column.digits());
      }
      case CONSTANT -> column.argument();
      case CHOOSE -> choices.map(c -> c.at(record.draw().unit(name))).orElse(null);
      case BETWEEN -> between(record.draw().unit(name));
      case DAYS_BEFORE -> from(before(record.draw()));
      case EMPTY -> null;
    };
  }

  private @Nullable String from(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof TemporalAccessor moment && form.isPresent()) {
      return form.get().format(moment);
    }
    String text = written.of(value);
    return column.codes().isEmpty() ? text : column.codes().get(text);
  }

  /** Within office hours of a day before. */
  private LocalDateTime before(Draw draw) {
    int days =
        draw.between(name, column.bounds().get(0).intValue(), column.bounds().get(1).intValue());
    return end.toLocalDate()
        .minusDays(days)
        .atTime(draw.between("hour " + name, 9, 16), draw.between("minute " + name, 0, 59));
  }

  private String between(double unit) {
    BigDecimal least = column.bounds().get(0);
    BigDecimal range = column.bounds().get(1).subtract(least);
    return least
        .add(range.multiply(BigDecimal.valueOf(unit)))
        .setScale(decimals, RoundingMode.FLOOR)
        .toPlainString();
  }
}
