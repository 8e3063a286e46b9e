package org.citylake.lakehouse.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * Iceberg types by their names in the table spec, with lists and maps of primitives. Nested fields
 * get the ids {@code 100000 + 2 × field id} (element or key) and one more (map value), so that they
 * depend on the column alone.
 */
public final class ColumnTypes {
  private static final int NESTED = 100_000;
  private static final Pattern LIST = Pattern.compile("list<([^<>]+)>");
  private static final Pattern MAP = Pattern.compile("map<([^<>,]+),([^<>]+)>");

  private ColumnTypes() {}

  /** Throws IllegalArgumentException for a type that is not known. */
  public static Type parse(String text, int fieldId) {
    String name = text.strip();
    Matcher list = LIST.matcher(name);
    if (list.matches()) {
      return Types.ListType.ofOptional(NESTED + 2 * fieldId, primitive(list.group(1)));
    }
    Matcher map = MAP.matcher(name);
    if (map.matches()) {
      return Types.MapType.ofOptional(
          NESTED + 2 * fieldId,
          NESTED + 2 * fieldId + 1,
          primitive(map.group(1)),
          primitive(map.group(2)));
    }
    return primitive(name);
  }

  private static Type primitive(String name) {
    return Types.fromPrimitiveString(name.strip());
  }
}
