package org.citylake.core.contract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of types as the Iceberg table specification writes them. */
public final class IcebergTypeName {
  private static final Pattern PRIMITIVE =
      Pattern.compile(
          "boolean|int|long|float|double|date|time|timestamp|timestamptz|string|uuid|binary"
              + "|fixed\\[[1-9][0-9]*\\]");
  private static final Pattern DECIMAL =
      Pattern.compile("decimal\\(([1-9][0-9]?), ?([0-9]{1,2})\\)");
  private static final Pattern LIST = Pattern.compile("list<(.+)>");
  private static final Pattern MAP = Pattern.compile("map<([a-z]+), ?(.+)>");

  private IcebergTypeName() {}

  /** Whether the text names a type: a primitive one, {@code list<T>} or {@code map<K,V>}. */
  public static boolean valid(String text) {
    Matcher decimal = DECIMAL.matcher(text);
    if (decimal.matches()) {
      int precision = Integer.parseInt(decimal.group(1));
      return precision <= 38 && Integer.parseInt(decimal.group(2)) <= precision;
    }
    Matcher list = LIST.matcher(text);
    if (list.matches()) {
      return valid(list.group(1));
    }
    Matcher map = MAP.matcher(text);
    if (map.matches()) {
      return valid(map.group(1)) && valid(map.group(2));
    }
    return PRIMITIVE.matcher(text).matches();
  }
}
