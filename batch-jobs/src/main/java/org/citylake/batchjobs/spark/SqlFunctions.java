package org.citylake.batchjobs.spark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import org.citylake.core.value.Decimals;
import org.citylake.core.value.Selector;
import org.citylake.core.value.TimePeriod;
import org.jspecify.annotations.Nullable;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Functions that the SQL of declarations may call, because Spark's own would round differently or
 * because text would have to be built by hand.
 *
 * <ul>
 *   <li>{@code exact_divide(multiplier, numerator, denominator)}: multiplier × numerator ÷
 *       denominator, rounded once HALF_EVEN to 10 digits (ADR 0006); null when one is null or the
 *       denominator is zero
 *   <li>{@code selector('namespace.table', array('column', value, ...))}: the address of a row (ADR
 *       0007), values as text
 *   <li>{@code period_end(time_period)}: first day after the period (ADR 0005)
 * </ul>
 */
final class SqlFunctions {
  private SqlFunctions() {}

  static void register(SparkSession session) {
    session.udf().register("exact_divide", divide(), DataTypes.createDecimalType(38, 10));
    session.udf().register("selector", selector(), DataTypes.StringType);
    session.udf().register("period_end", periodEnd(), DataTypes.DateType);
  }

  private static UDF3<Object, Object, Object, @Nullable BigDecimal> divide() {
    return (multiplier, numerator, denominator) -> {
      if (multiplier == null || numerator == null || denominator == null) {
        return null;
      }
      BigDecimal divisor = decimal(denominator);
      return divisor.signum() == 0
          ? null
          : Decimals.divide(decimal(multiplier), decimal(numerator), divisor);
    };
  }

  private static UDF1<@Nullable String, @Nullable LocalDate> periodEnd() {
    return text -> text == null ? null : TimePeriod.parse(text).end();
  }

  private static BigDecimal decimal(Object number) {
    return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
  }

  private static UDF2<String, Seq<String>, String> selector() {
    return (table, pairs) -> {
      List<String> texts = CollectionConverters.asJava(pairs);
      LinkedHashMap<String, String> columns = new LinkedHashMap<>();
      for (int i = 0; i + 1 < texts.size(); i += 2) {
        columns.put(texts.get(i), texts.get(i + 1));
      }
      return new Selector(table, columns).toString();
    };
  }
}
