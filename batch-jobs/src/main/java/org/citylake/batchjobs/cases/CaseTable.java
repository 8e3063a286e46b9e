package org.citylake.batchjobs.cases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.citylake.batchjobs.spark.RowCodec;
import org.jspecify.annotations.Nullable;

/**
 * A table of a test case as CSV: any subset of its columns, an empty cell for null, the items of a
 * list with a space between them.
 *
 * @param header the columns that the file has
 * @param rows column to text
 */
record CaseTable(List<String> header, List<Map<String, String>> rows) {
  static CaseTable read(Path file) throws IOException {
    List<String> header = new ArrayList<>();
    List<Map<String, String>> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord record : reader) {
        header = record.getHeader();
        rows.add(new LinkedHashMap<>(record.getFieldsAsMap()));
      }
    }
    return new CaseTable(header, rows);
  }

  Dataset<Row> dataset(SparkSession session, StructType type) {
    List<String> names = Arrays.asList(type.fieldNames());
    for (String column : header) {
      if (!names.contains(column)) {
        throw new IllegalArgumentException("No column '" + column + "' among " + names);
      }
    }
    List<Row> typed = new ArrayList<>();
    for (Map<String, String> row : rows) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      row.forEach((name, text) -> values.put(name, value(text, type.apply(name).dataType())));
      typed.add(RowCodec.row(values, type));
    }
    return session.createDataFrame(typed, type);
  }

  /** The rows as text, one line each, sorted: what two tables are compared by. */
  List<String> lines() {
    return rows.stream().map(CaseTable::line).sorted().toList();
  }

  /** The same of a dataset, of the file's columns. */
  List<String> lines(Dataset<Row> dataset) {
    List<String> lines = new ArrayList<>();
    for (Row row : dataset.collectAsList()) {
      Map<String, String> texts = new LinkedHashMap<>();
      for (String column : header) {
        texts.put(column, text(RowCodec.map(row).get(column)));
      }
      lines.add(line(texts));
    }
    return lines.stream().sorted().toList();
  }

  private static String line(Map<String, String> row) {
    List<String> parts = new ArrayList<>();
    row.forEach((column, text) -> parts.add(column + "=" + plain(text)));
    return String.join(" | ", parts);
  }

  /** Numbers without zeros at their end: 0.3 and 0.3000000000 are one text, 007 is a code. */
  private static String plain(String text) {
    return text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?")
        ? new BigDecimal(text).stripTrailingZeros().toPlainString()
        : text;
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof List<?> list) {
      return String.join(" ", list.stream().map(String::valueOf).toList());
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  private static @Nullable Object value(String text, DataType type) {
    String name = type.typeName();
    if (name.startsWith("array")) {
      return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
    if (text.isEmpty()) {
      return null;
    }
    if (name.startsWith("decimal")) {
      return new BigDecimal(text);
    }
    return switch (name) {
      case "string" -> text;
      case "integer" -> Integer.valueOf(text);
      case "long" -> Long.valueOf(text);
      case "double" -> Double.valueOf(text);
      case "boolean" -> Boolean.valueOf(text);
      case "date" -> LocalDate.parse(text);
      case "timestamp" -> Instant.parse(text);
      default -> throw new IllegalArgumentException("No text form of " + name);
    };
  }
}
