package org.citylake.dashboard.drill;

import java.util.Map;
import java.util.TreeMap;
import org.citylake.access.grant.Sight;
import org.citylake.access.grant.TableGrant;
import org.jspecify.annotations.Nullable;

/** A row as somebody may see it. */
final class GrantedRow {
  /** What stands in place of a text that is not for the reader. */
  static final String MARK = "***";

  private GrantedRow() {}

  /**
   * The granted columns with a JSON form: times and days as ISO texts. A masked text is a mark, a
   * masked value of another type is null.
   */
  static Map<String, @Nullable Object> of(Map<String, @Nullable Object> row, TableGrant grant) {
    Map<String, @Nullable Object> seen = new TreeMap<>();
    row.forEach(
        (column, value) ->
            grant.sight(column).ifPresent(sight -> seen.put(column, value(value, sight))));
    return seen;
  }

  private static @Nullable Object value(@Nullable Object value, Sight sight) {
    if (value == null) {
      return null;
    }
    if (sight == Sight.MASKED) {
      return value instanceof String ? MARK : null;
    }
    return value instanceof Number || value instanceof Boolean ? value : value.toString();
  }
}
