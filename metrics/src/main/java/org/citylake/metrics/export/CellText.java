package org.citylake.metrics.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.json.Json;
import org.jspecify.annotations.Nullable;

/** A value as text: the same text for the same value, everywhere. */
public final class CellText {
  private CellText() {}

  /**
   * Decimals plainly and without trailing zeros, times in UTC as ISO 8601, lists and maps as JSON.
   * No value is the empty text.
   *
   * @throws CityLakeException of kind DATA for a number that is not finite
   */
  public static String of(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal decimal) {
      return plain(decimal).toPlainString();
    }
    if (value instanceof Double number) {
      checkFinite(number);
      return number.toString();
    }
    if (value instanceof OffsetDateTime time) {
      return DateTimeFormatter.ISO_INSTANT.format(time);
    }
    if (value instanceof List<?> list) {
      return Json.line(texts(list));
    }
    if (value instanceof Map<?, ?> map) {
      return Json.line(texts(map));
    }
    if (value instanceof String
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Boolean
        || value instanceof LocalDate) {
      return value.toString();
    }
    throw new IllegalArgumentException(
        "Cannot export a value of " + value.getClass().getName() + ": see ExportTable.rows");
  }

  /** The value as JSON takes it: numbers and booleans stay, ids in maps become text (ADR 0010). */
  public static @Nullable Object json(@Nullable Object value) {
    if (value == null || value instanceof Boolean || value instanceof Integer) {
      return value;
    }
    if (value instanceof Long number) {
      return number;
    }
    if (value instanceof BigDecimal decimal) {
      return plain(decimal);
    }
    if (value instanceof Double number) {
      checkFinite(number);
      return number;
    }
    if (value instanceof List<?> list) {
      return texts(list);
    }
    if (value instanceof Map<?, ?> map) {
      return texts(map);
    }
    return of(value);
  }

  private static List<String> texts(List<?> list) {
    return list.stream().map(CellText::of).toList();
  }

  private static Map<String, String> texts(Map<?, ?> map) {
    Map<String, String> sorted = new TreeMap<>();
    map.forEach((key, item) -> sorted.put(String.valueOf(key), of(item)));
    return sorted;
  }

  private static BigDecimal plain(BigDecimal decimal) {
    BigDecimal stripped = decimal.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static void checkFinite(Double number) {
    if (!Double.isFinite(number)) {
      throw new CityLakeException(
          Kind.DATA, "Cannot export the number " + number + ": a missing value has to be null");
    }
  }
}
