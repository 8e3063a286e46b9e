package org.citylake.lakehouse.table;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Rows as maps of plain Java values, and Iceberg's generic records. Values keep their exact
 * meaning: a decimal that does not fit the column's scale is refused, not rounded.
 */
final class RowRecords {
  private final String table;
  private final Schema schema;

  RowRecords(String table, Schema schema) {
    this.table = table;
    this.schema = schema;
  }

  /** The row as a record; absent columns are null. */
  Record record(Map<String, ? extends @Nullable Object> row) {
    Record record = GenericRecord.create(schema);
    int used = 0;
    for (NestedField field : schema.columns()) {
      Object value = row.get(field.name());
      used += row.containsKey(field.name()) ? 1 : 0;
      if (value == null) {
        if (field.isRequired()) {
          throw refused(field.name(), "is required and the row has no value");
        }
        continue;
      }
      record.setField(field.name(), convert(field.name(), field.type(), value));
    }
    if (used != row.size()) {
      String unknown =
          row.keySet().stream()
              .filter(name -> schema.findField(name) == null)
              .findFirst()
              .orElse("?");
      throw refused(unknown, "is not a column of the table");
    }
    return record;
  }

  /** The record as a row, in column order; nulls are kept. */
  Map<String, @Nullable Object> row(Record record) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    List<NestedField> columns = schema.columns();
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i).name(), plain(record.get(i)));
    }
    return row;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof OffsetDateTime time) {
      return time.withOffsetSameInstant(ZoneOffset.UTC);
    }
    if (value instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      return bytes;
    }
    if (value instanceof CharSequence text) {
      return text.toString();
    }
    return value;
  }

  private Object convert(String column, Type type, Object value) {
    Object converted =
        switch (type.typeId()) {
          case STRING -> value instanceof CharSequence text ? text.toString() : null;
          case INTEGER -> value instanceof Integer ? value : null;
          case LONG ->
              value instanceof Long || value instanceof Integer
                  ? (Object) ((Number) value).longValue()
                  : null;
          case DOUBLE -> value instanceof Double number ? number : null;
          case FLOAT -> value instanceof Float number ? number : null;
          case BOOLEAN -> value instanceof Boolean ? value : null;
          case DATE -> value instanceof LocalDate ? value : null;
          case TIMESTAMP -> time(value);
          case DECIMAL -> decimal(column, (Types.DecimalType) type, value);
          case BINARY -> bytes(value);
          case LIST -> value instanceof List ? value : null;
          case MAP -> value instanceof Map ? value : null;
          default -> null;
        };
    if (converted == null) {
      throw refused(
          column, "is " + type + " and cannot hold a " + value.getClass().getSimpleName());
    }
    return converted;
  }

  private static @Nullable Object time(Object value) {
    OffsetDateTime time =
        value instanceof Instant instant
            ? instant.atOffset(ZoneOffset.UTC)
            : value instanceof OffsetDateTime given
                ? given.withOffsetSameInstant(ZoneOffset.UTC)
                : null;
    return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
  }

  private static @Nullable Object bytes(Object value) {
    if (value instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes);
    }
    return value instanceof ByteBuffer ? value : null;
  }

  private @Nullable Object decimal(String column, Types.DecimalType type, Object value) {
    if (!(value instanceof BigDecimal number)) {
      return null;
    }
    BigDecimal plain = number.stripTrailingZeros();
    if (plain.scale() > type.scale()
        || plain.precision() - plain.scale() > type.precision() - type.scale()) {
      throw refused(
          column, "is " + type + " and cannot hold " + number.toPlainString() + " exactly");
    }
    return number.setScale(type.scale());
  }

  private CityLakeException refused(String column, String reason) {
    return new CityLakeException(
        Kind.DATA, "Cannot write to " + table + ": column '" + column + "' " + reason);
  }
}
