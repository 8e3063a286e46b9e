package org.citylake.lakehouse.schema;

import java.util.List;

/**
 * What applying a contract did to its table.
 *
 * @param table full name
 * @param kind made, changed or left as it was
 * @param steps one line per change, for people; empty when left
 */
public record Change(String table, Kind kind, List<String> steps) {
  public Change {
    steps = List.copyOf(steps);
  }

  /** Made, changed or left as it was. */
  public enum Kind {
    CREATED,
    EVOLVED,
    UNCHANGED
  }
}
