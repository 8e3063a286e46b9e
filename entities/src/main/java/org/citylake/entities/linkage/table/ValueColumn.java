package org.citylake.entities.linkage.table;

import java.util.List;

/** One column of all records: a code for each record, and the values that the codes stand for. */
public final class ValueColumn {
  /** The code of a missing value. */
  public static final int MISSING = -1;

  private final String name;
  private final int[] codes;
  private final List<String> values;

  /**
   * A column.
   *
   * @param codes by record: the place of its value, or {@link #MISSING}
   * @param values the distinct values
   */
  public ValueColumn(String name, int[] codes, List<String> values) {
    this.name = name;
    this.codes = codes.clone();
    this.values = List.copyOf(values);
  }

  public String name() {
    return name;
  }

  /** The code of a record's value, or {@link #MISSING}. */
  public int code(int record) {
    return codes[record];
  }

  /** The distinct values; codes are their places. */
  public List<String> values() {
    return values;
  }

  /** How many records there are. */
  public int size() {
    return codes.length;
  }

  /** How many records have each value. */
  public int[] counts() {
    int[] counts = new int[values.size()];
    for (int code : codes) {
      if (code != MISSING) {
        counts[code]++;
      }
    }
    return counts;
  }

  /** How many records have a value. */
  public int present() {
    int present = 0;
    for (int code : codes) {
      present += code == MISSING ? 0 : 1;
    }
    return present;
  }
}
