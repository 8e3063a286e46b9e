package org.citylake.cli.link;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.problem.ShownText;
import org.jspecify.annotations.Nullable;

/** A file with records: CSV, plain or packed by gzip, or Parquet. */
interface LinkInput extends AutoCloseable {
  /** What programs and clerks write where there is nothing. */
  Set<String> MISSING =
      Set.of(
          "NULL", "null", "\\N", "N/A", "n/a", "<NA>", "NaN", "nan", "None", "-", "--", "—", "——",
          "/", "无", "不详");

  /** The names of the columns, trimmed. */
  List<String> columns();

  /**
   * Gives each record to a taker: its values in the order of the columns, trimmed, null for empty.
   *
   * @throws CityLakeException of kind DATA for records with more values than there are columns
   */
  void forEach(Consumer<@Nullable String[]> taker);

  @Override
  void close();

  /**
   * Opens a file.
   *
   * @throws CityLakeException of kind USER when there is no such file; of kind DATA when it is
   *     empty, or a column has no name or that of another one
   */
  static LinkInput open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CityLakeException(
          Kind.USER,
          "Cannot read "
              + file
              + ": "
              + (Files.isDirectory(file) ? "it is a folder" : "there is no such file"));
    }
    LinkInput input =
        file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet")
            ? ParquetLinkInput.open(file)
            : CsvLinkInput.open(file);
    TreeSet<String> seen = new TreeSet<>();
    for (String column : input.columns()) {
      if (column.isEmpty() || !seen.add(column)) {
        input.close();
        throw new CityLakeException(
            Kind.DATA,
            "Cannot read "
                + file
                + ": "
                + (column.isEmpty()
                    ? "a column has no name"
                    : "the column '" + ShownText.of(column) + "' stands twice in the header"));
      }
    }
    return input;
  }

  /** A value without blanks around it; null when nothing is left, or what stands for nothing. */
  static @Nullable String trimmed(@Nullable String value) {
    if (value == null) {
      return null;
    }
    String text = value.strip();
    return text.isEmpty() || MISSING.contains(text) ? null : text;
  }
}
