package org.citylake.batchjobs.spark;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import org.citylake.core.value.Decimals;
import org.citylake.core.value.RefArea;
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
 *   <li>{@code city_day(instant)}: the day of the city's clock (Asia/Shanghai) that it falls on
 *   <li>{@code areas(ref_area, subdistrict_code)}: the areas that a row counts for: the city, its
 *       district, its subdistrict; nulls are left out
 *   <li>{@code area_selector('namespace.table', area, array('column', value, ...))}: the address of
 *       the rows that count for an area of {@code areas}
 * </ul>
 */
final class SqlFunctions {
  private static final ZoneId CITY_CLOCK = ZoneId.of("Asia/Shanghai");
  private static final String CITY = RefArea.CITY.code();

  private SqlFunctions() {}

  static void register(SparkSession session) {
    session.udf().register("exact_divide", divide(), DataTypes.createDecimalType(38, 10));
    session.udf().register("selector", selector(), DataTypes.StringType);
    session.udf().register("period_end", periodEnd(), DataTypes.DateType);
    session.udf().register("city_day", cityDay(), DataTypes.DateType);
    session.udf().register("areas", areas(), DataTypes.createArrayType(DataTypes.StringType));
    session.udf().register("area_selector", areaSelector(), DataTypes.StringType);
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

  private static UDF1<@Nullable Instant, @Nullable LocalDate> cityDay() {
    return instant -> instant == null ? null : LocalDate.ofInstant(instant, CITY_CLOCK);
  }

  private static UDF2<@Nullable String, @Nullable String, List<String>> areas() {
    return (district, subdistrict) ->
        Stream.of(CITY, district, subdistrict).filter(Objects::nonNull).distinct().toList();
  }

  private static BigDecimal decimal(Object number) {
    return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
  }

  private static UDF2<String, Seq<String>, String> selector() {
    return (table, pairs) -> new Selector(table, columns(pairs)).toString();
  }

  private static UDF3<String, String, Seq<String>, String> areaSelector() {
    return (table, area, pairs) -> {
      Map<String, String> columns = columns(pairs);
      if (!area.equals(CITY)) {
        columns.put(area.length() == CITY.length() ? "ref_area" : "subdistrict_code", area);
      }
      return new Selector(table, columns).toString();
    };
  }

  private static Map<String, String> columns(Seq<String> pairs) {
    List<String> texts = CollectionConverters.asJava(pairs);
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 0; i + 1 < texts.size(); i += 2) {
      columns.put(texts.get(i), texts.get(i + 1));
    }
    return columns;
  }
}
