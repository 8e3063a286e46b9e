package org.citylake.cli.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Files;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericAppenderFactory;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.FileAppender;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.citylake.metrics.export.ExportColumn;
import org.citylake.metrics.export.ExportTable;
import org.citylake.metrics.export.TableFileWriter;
import org.jspecify.annotations.Nullable;

/** Writes a table as Apache Parquet; columns are numbered in their order. */
public final class ParquetTableWriter implements TableFileWriter {
  private static final Pattern LIST = Pattern.compile("list<([^<>]+)>");
  private static final Pattern MAP = Pattern.compile("map<([^<>,]+),([^<>]+)>");
  private static final int NESTED = 100_000;

  @Override
  public String format() {
    return "parquet";
  }

  @Override
  public long write(ExportTable table, Path file) throws IOException {
    Schema schema = schema(table.columns());
    long rows = 0;
    FileAppender<Record> appender =
        new GenericAppenderFactory(schema)
            .newAppender(Files.localOutput(file.toFile()), FileFormat.PARQUET);
    try (appender) {
      for (Map<String, ?> row : table.rows()) {
        GenericRecord record = GenericRecord.create(schema);
        for (NestedField column : schema.columns()) {
          record.setField(column.name(), value(column.type(), row.get(column.name())));
        }
        appender.add(record);
        rows++;
      }
    }
    if (rows == 0) {
      writeEmpty(schema, file);
    }
    return rows;
  }

  /** Iceberg's writer leaves no file where there is no row. */
  private static void writeEmpty(Schema schema, Path file) throws IOException {
    try (ParquetFileWriter writer =
        new ParquetFileWriter(
            new LocalOutputFile(file),
            ParquetSchemaUtil.convert(schema, "table"),
            ParquetFileWriter.Mode.OVERWRITE,
            ParquetWriter.DEFAULT_BLOCK_SIZE,
            0)) {
      writer.start();
      writer.end(Map.of());
    }
  }

  private static Schema schema(List<ExportColumn> columns) {
    List<NestedField> fields = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      ExportColumn column = columns.get(i);
      fields.add(
          NestedField.optional(
              i + 1, column.name(), type(column.type().strip(), i + 1), column.description()));
    }
    return new Schema(fields);
  }

  private static Type type(String name, int id) {
    Matcher list = LIST.matcher(name);
    if (list.matches()) {
      return Types.ListType.ofOptional(
          NESTED + 2 * id, Types.fromPrimitiveString(list.group(1).strip()));
    }
    Matcher map = MAP.matcher(name);
    if (map.matches()) {
      return Types.MapType.ofOptional(
          NESTED + 2 * id,
          NESTED + 2 * id + 1,
          Types.fromPrimitiveString(map.group(1).strip()),
          Types.fromPrimitiveString(map.group(2).strip()));
    }
    return Types.fromPrimitiveString(name);
  }

  /** Rows hold plain Java values; Parquet wants decimals at the column's scale and byte buffers. */
  private static @Nullable Object value(Type type, @Nullable Object value) {
    if (value instanceof BigDecimal decimal && type instanceof Types.DecimalType column) {
      return decimal.setScale(column.scale());
    }
    return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
  }
}
