package org.citylake.cli.sql;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JDBC value in the types of JSON: text, number, boolean, list, map. Dates and times are text as
 * Trino writes them, decimals keep their digits, bytes are base64.
 */
final class SqlValue {
  private SqlValue() {}

  static @Nullable Object of(@Nullable Object value) throws SQLException {
    if (value == null || value instanceof Boolean || value instanceof Number) {
      return value;
    }
    if (value instanceof byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    if (value instanceof Array array) {
      return list((Object[]) array.getArray());
    }
    if (value instanceof Object[] array) {
      return list(array);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        copy.put(String.valueOf(entry.getKey()), of(entry.getValue()));
      }
      return copy;
    }
    if (value instanceof List<?> list) {
      return list(list.toArray());
    }
    return value.toString();
  }

  /** For CSV and tables: plain numbers, lists and maps as JSON, null as the empty text. */
  static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof List || value instanceof Map) {
      return org.citylake.core.json.Json.line(value);
    }
    return value.toString();
  }

  private static List<@Nullable Object> list(Object[] values) throws SQLException {
    List<@Nullable Object> copy = new ArrayList<>();
    for (Object value : values) {
      copy.add(of(value));
    }
    return copy;
  }
}
