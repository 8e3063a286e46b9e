package org.citylake.entities.linkage.comparison;

import java.util.List;

/**
 * Compares two rows in all fields and packs the levels into one number, four bits a field; the top
 * four bits say whether both are of one source.
 */
public final class PairComparison {
  /** How many fields fit. */
  public static final int MOST_FIELDS = 15;

  /** How many levels a field may have beside missing. */
  public static final int MOST_LEVELS = 15;

  private static final int BITS = 4;
  private static final int MASK = (1 << BITS) - 1;
  private static final int TYPE = MOST_FIELDS * BITS;

  private final FieldComparison[] fields;
  private final int[] sources;

  /**
   * A comparison of rows.
   *
   * @param sources by row its source
   */
  public PairComparison(List<FieldComparison> fields, int[] sources) {
    if (fields.size() > MOST_FIELDS) {
      throw new IllegalArgumentException("At most " + MOST_FIELDS + " fields can be compared");
    }
    this.fields = fields.toArray(new FieldComparison[0]);
    this.sources = sources.clone();
  }

  public List<FieldComparison> fields() {
    return List.of(fields);
  }

  /** The pattern of two rows. */
  public long pattern(int left, int right) {
    long pattern = (long) type(left, right) << TYPE;
    for (int f = 0; f < fields.length; f++) {
      pattern |= (long) fields[f].level(left, right) << (f * BITS);
    }
    return pattern;
  }

  /** The pattern of a row and a row equal to it. */
  public long equalPattern(int row) {
    return pattern(row, row);
  }

  /** 0 when both rows are of one source, else 1. */
  public int type(int left, int right) {
    return sources[left] == sources[right] ? 0 : 1;
  }

  /** The level of a field in a pattern. */
  public static int level(long pattern, int field) {
    return (int) (pattern >>> (field * BITS)) & MASK;
  }

  /** 0 when both rows are of one source, else 1. */
  public static int type(long pattern) {
    return (int) (pattern >>> TYPE);
  }
}
