package org.citylake.access.grant;

import java.util.Map;
import java.util.Optional;
import org.citylake.core.value.OrderedMap;

/**
 * What somebody sees of a table.
 *
 * @param table full name
 * @param area which rows; empty for all
 * @param columns every column that is seen at all; one that is not in it must not be read
 */
public record TableGrant(String table, Optional<AreaFilter> area, Map<String, Sight> columns) {
  public TableGrant {
    columns = OrderedMap.copyOf(columns);
  }

  /**
   * Rows are seen whose column begins with the code; where it is missing they are not.
   *
   * @param code of a district or subdistrict, digits alone
   */
  public record AreaFilter(String column, String code) {}

  /** How the column is seen; empty when it must not be read. */
  public Optional<Sight> sight(String column) {
    return Optional.ofNullable(columns.get(column));
  }

  /** Whether every row and value is seen as it stands, and none as a token. */
  public boolean clear() {
    return area.isEmpty() && columns.values().stream().allMatch(s -> s == Sight.CLEAR);
  }

  /** Whether every row and value is seen as it stands, or as a token. */
  public boolean whole() {
    return area.isEmpty() && columns.values().stream().noneMatch(s -> s == Sight.MASKED);
  }
}
