package org.citylake.ingestion.scaffold;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values of nobody that stand in test cases for personal ones. */
final class InventedValue {
  private static final LocalDate DAY = LocalDate.of(1949, 12, 31);

  private InventedValue() {}

  /** The text that a column's case shows; empty where none of its type is known. */
  static String of(ColumnGuess column) {
    String invented = column.personal().map(PersonalKind::invented).orElse("");
    if (!invented.isEmpty()) {
      return invented;
    }
    return switch (column.type()) {
      case "date" ->
          DAY.format(
              DateTimeFormatter.ofPattern(column.format().orElse("yyyy-MM-dd"), Locale.ROOT));
      case "timestamptz" ->
          DAY.atStartOfDay()
              .format(
                  DateTimeFormatter.ofPattern(
                      column.format().orElse("yyyy-MM-dd'T'HH:mm:ss"), Locale.ROOT));
      default -> "";
    };
  }
}
