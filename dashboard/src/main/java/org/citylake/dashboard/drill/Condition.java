package org.citylake.dashboard.drill;

/**
 * What a row must fulfil to be read; a row without the column's value never does.
 *
 * @param column name of a text column
 * @param kind how it is compared
 * @param value with what
 */
public record Condition(String column, Kind kind, String value) {
  /** How a column is compared. */
  public enum Kind {
    /** Is the value. */
    EQUALS,
    /** Begins with the value. */
    BEGINS
  }

  static Condition equal(String column, String value) {
    return new Condition(column, Kind.EQUALS, value);
  }

  static Condition begins(String column, String value) {
    return new Condition(column, Kind.BEGINS, value);
  }
}
