package org.citylake.ingestion.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.citylake.core.contract.LogicalType;
import org.jspecify.annotations.Nullable;

/**
 * One column of a Parquet file and how its values are written as text: numbers plainly and with all
 * their digits, days and times in ISO notation, with {@code Z} where the file says that they are
 * instants. Source: Parquet format, LogicalTypes.
 *
 * @param name names of the groups that lead to it and its own, joined by a slash
 * @param path places of the groups and of the column
 * @param type as the file declares it
 */
record ParquetColumn(String name, List<Integer> path, PrimitiveType type) {
  ParquetColumn {
    path = List.copyOf(path);
  }

  /** The contract's types that its values may have; a text may be of any. None: not readable. */
  Set<LogicalType> readAs() {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    if (logical instanceof StringLogicalTypeAnnotation
        || logical instanceof EnumLogicalTypeAnnotation
        || logical instanceof JsonLogicalTypeAnnotation) {
      return EnumSet.allOf(LogicalType.class);
    }
    if (logical instanceof UUIDLogicalTypeAnnotation
        || logical instanceof TimeLogicalTypeAnnotation) {
      return EnumSet.of(LogicalType.STRING);
    }
    if (logical instanceof DateLogicalTypeAnnotation) {
      return EnumSet.of(LogicalType.DATE);
    }
    if (logical instanceof TimestampLogicalTypeAnnotation) {
      return EnumSet.of(LogicalType.TIMESTAMP);
    }
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return decimal.getScale() == 0
          ? EnumSet.of(LogicalType.INTEGER, LogicalType.NUMBER)
          : EnumSet.of(LogicalType.NUMBER);
    }
    if (logical != null && !(logical instanceof IntLogicalTypeAnnotation)) {
      return EnumSet.noneOf(LogicalType.class);
    }
    return switch (type.getPrimitiveTypeName()) {
      case INT32, INT64 -> EnumSet.of(LogicalType.INTEGER, LogicalType.NUMBER);
      case FLOAT, DOUBLE -> EnumSet.of(LogicalType.NUMBER);
      case BOOLEAN -> EnumSet.of(LogicalType.BOOLEAN);
      case INT96, BINARY, FIXED_LEN_BYTE_ARRAY -> EnumSet.noneOf(LogicalType.class);
    };
  }

  /**
   * The Iceberg type that holds all its values; empty when it is a text, which may be of any type.
   */
  String declaredType() {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    if (readAs().containsAll(EnumSet.allOf(LogicalType.class))) {
      return "";
    }
    if (logical instanceof DateLogicalTypeAnnotation) {
      return "date";
    }
    if (logical instanceof TimestampLogicalTypeAnnotation) {
      return "timestamptz";
    }
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return "decimal(" + decimal.getPrecision() + "," + decimal.getScale() + ")";
    }
    boolean unsigned = logical instanceof IntLogicalTypeAnnotation number && !number.isSigned();
    return switch (readAs().contains(LogicalType.STRING)
        ? PrimitiveTypeName.BINARY
        : type.getPrimitiveTypeName()) {
      case INT32 -> unsigned ? "long" : "int";
      case INT64 -> unsigned ? "decimal(20,0)" : "long";
      case FLOAT, DOUBLE -> "double";
      case BOOLEAN -> "boolean";
      case INT96, BINARY, FIXED_LEN_BYTE_ARRAY -> "string";
    };
  }

  /** Its type as a person may look it up; the library's own text depends on the locale. */
  String typeName() {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    return type.getPrimitiveTypeName().name() + (logical == null ? "" : " (" + logical + ")");
  }

  /** The text of a record's value, null for a missing one. */
  @Nullable String text(Group record) {
    Group group = record;
    for (int place : path.subList(0, path.size() - 1)) {
      if (group.getFieldRepetitionCount(place) == 0) {
        return null;
      }
      group = group.getGroup(place, 0);
    }
    int field = path.get(path.size() - 1);
    return group.getFieldRepetitionCount(field) == 0 ? null : text(group, field);
  }

  private String text(Group group, int field) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return new BigDecimal(unscaled(group, field), decimal.getScale()).toPlainString();
    }
    if (logical instanceof DateLogicalTypeAnnotation) {
      return LocalDate.ofEpochDay(group.getInteger(field, 0)).toString();
    }
    if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
      return timestamp(group.getLong(field, 0), timestamp);
    }
    if (logical instanceof TimeLogicalTypeAnnotation time) {
      long units =
          type.getPrimitiveTypeName() == PrimitiveTypeName.INT32
              ? group.getInteger(field, 0)
              : group.getLong(field, 0);
      return DateTimeFormatter.ISO_LOCAL_TIME.format(
          LocalTime.MIDNIGHT.plus(units, unit(time.getUnit())));
    }
    if (logical instanceof UUIDLogicalTypeAnnotation) {
      ByteBuffer bytes = group.getBinary(field, 0).toByteBuffer();
      return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }
    boolean unsigned = logical instanceof IntLogicalTypeAnnotation number && !number.isSigned();
    return switch (type.getPrimitiveTypeName()) {
      case INT32 ->
          unsigned
              ? Integer.toUnsignedString(group.getInteger(field, 0))
              : Integer.toString(group.getInteger(field, 0));
      case INT64 ->
          unsigned
              ? Long.toUnsignedString(group.getLong(field, 0))
              : Long.toString(group.getLong(field, 0));
      case FLOAT -> plain(Float.toString(group.getFloat(field, 0)));
      case DOUBLE -> plain(Double.toString(group.getDouble(field, 0)));
      case BOOLEAN -> Boolean.toString(group.getBoolean(field, 0));
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> group.getBinary(field, 0).toStringUsingUTF8();
    };
  }

  private BigInteger unscaled(Group group, int field) {
    return switch (type.getPrimitiveTypeName()) {
      case INT32 -> BigInteger.valueOf(group.getInteger(field, 0));
      case INT64 -> BigInteger.valueOf(group.getLong(field, 0));
      default -> new BigInteger(group.getBinary(field, 0).getBytes());
    };
  }

  private static String timestamp(long units, TimestampLogicalTypeAnnotation timestamp) {
    Instant instant = Instant.EPOCH.plus(units, unit(timestamp.getUnit()));
    return timestamp.isAdjustedToUTC()
        ? instant.toString()
        : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
            LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
  }

  private static ChronoUnit unit(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> ChronoUnit.MILLIS;
      case MICROS -> ChronoUnit.MICROS;
      case NANOS -> ChronoUnit.NANOS;
    };
  }

  /** The shortest text that reads as the same number, without an exponent. */
  private static String plain(String text) {
    boolean finite = Character.isDigit(text.charAt(text.length() - 1));
    if (!finite) {
      return text;
    }
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    return number.toPlainString();
  }
}
