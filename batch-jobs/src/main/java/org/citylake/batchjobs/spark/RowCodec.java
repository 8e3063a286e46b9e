package org.citylake.batchjobs.spark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.collection.Map$;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows of Spark to and from the maps that the pure parts of the platform take: column to String,
 * Integer, Long, Double, Boolean, BigDecimal, LocalDate, OffsetDateTime in UTC, lists and maps.
 */
public final class RowCodec {
  private RowCodec() {}

  /** A row as a map in column order; nulls stay in it. */
  public static Map<String, @Nullable Object> map(Row row) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      map.put(row.schema().fields()[i].name(), fromSpark(row.get(i)));
    }
    return map;
  }

  /** A row of the given columns; what the map lacks is null, what it has beyond is left out. */
  public static Row row(Map<String, ? extends @Nullable Object> map, StructType type) {
    @Nullable Object[] values = new @Nullable Object[type.size()];
    for (int i = 0; i < values.length; i++) {
      StructField field = type.fields()[i];
      values[i] = toSpark(map.get(field.name()), field.dataType());
    }
    // With its columns' names: between two maps Spark hands rows on as they are.
    return new GenericRowWithSchema(values, type);
  }

  private static Object fromText(String text, DataType type) {
    if (type.equals(DataTypes.DateType)) {
      return LocalDate.parse(text);
    }
    if (type.equals(DataTypes.LongType)) {
      return Long.valueOf(text);
    }
    return type.equals(DataTypes.IntegerType) ? Integer.valueOf(text) : text;
  }

  private static @Nullable Object fromSpark(@Nullable Object value) {
    if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    if (value instanceof Seq<?> list) {
      return List.copyOf(CollectionConverters.asJava(list));
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      return Map.copyOf(CollectionConverters.asJava(map));
    }
    return value;
  }

  private static @Nullable Object toSpark(@Nullable Object value, DataType type) {
    if (value == null) {
      return null;
    }
    if (type instanceof DecimalType decimal) {
      return new BigDecimal(value.toString()).setScale(decimal.scale(), RoundingMode.UNNECESSARY);
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (value instanceof List<?> list) {
      return CollectionConverters.asScala(list).toSeq();
    }
    if (value instanceof Map<?, ?> map) {
      return Map$.MODULE$.from(CollectionConverters.asScala(map));
    }
    if (type.equals(DataTypes.LongType) && value instanceof Number number) {
      return number.longValue();
    }
    if (type.equals(DataTypes.IntegerType) && value instanceof Number number) {
      return number.intValue();
    }
    if (value instanceof String text) {
      return fromText(text, type);
    }
    return value;
  }
}
