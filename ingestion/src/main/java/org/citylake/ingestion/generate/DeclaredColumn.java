package org.citylake.ingestion.generate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.LogicalType;
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

  DeclaredColumn(ContractProperty property, Column column) {
    this.column = column;
    this.name = property.name();
    this.written = new WrittenValue(property);
    this.form = column.form().map(f -> DateTimeFormatter.ofPattern(f, Locale.ROOT));
    this.choices =
        column.choices().isEmpty() ? Optional.empty() : Optional.of(Weighted.of(column.choices()));
    this.decimals = property.type() == LogicalType.INTEGER ? 0 : 2;
  }

  @Override
  public @Nullable String text(SampleRecord record) {
    if (!record.meets(column.when()) || !record.draw().chance("has " + name, column.share())) {
      return null;
    }
    return switch (column.origin()) {
      case FROM -> from(record.attribute(column.argument()));
      case TEXT -> record.filled(column.argument());
      case SERIAL -> column.argument() + Person.padded(record.serial(), column.digits());
      case CONSTANT -> column.argument();
      case CHOOSE -> choices.map(c -> c.at(record.draw().unit(name))).orElse(null);
      case BETWEEN -> between(record.draw().unit(name));
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

  private String between(double unit) {
    BigDecimal least = column.bounds().get(0);
    BigDecimal range = column.bounds().get(1).subtract(least);
    return least
        .add(range.multiply(BigDecimal.valueOf(unit)))
        .setScale(decimals, RoundingMode.FLOOR)
        .toPlainString();
  }
}
