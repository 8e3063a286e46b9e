package org.citylake.entities.linkage.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citylake.entities.linkage.table.Hashes;
import org.citylake.entities.linkage.table.ValueColumn;

/**
 * Compares one column of two rows. The level of two values is kept by their codes, so that it is
 * worked out once for values that often meet.
 */
public final class FieldComparison {
  /** A value is missing: nothing is known. */
  public static final int MISSING = 0;

  /** The level of equal values. */
  public static final int EQUAL = 1;

  private static final int MEMO = 1 << 16;

  private final ComparedColumn column;
  private final List<Level> levels;
  private final List<CodeMeasure> measures;
  private final List<RowMeasure> rowMeasures;
  private final ThreadLocal<Memo> memo = ThreadLocal.withInitial(Memo::new);

  private FieldComparison(
      ComparedColumn column,
      List<Level> levels,
      List<CodeMeasure> measures,
      List<RowMeasure> rowMeasures) {
    this.column = column;
    this.levels = List.copyOf(levels);
    this.measures = measures;
    this.rowMeasures = rowMeasures;
  }

  /**
   * A comparison of a column.
   *
   * @param levels the first being equality, at most 14
   * @param columns the columns by name, among them those that levels name as the second one
   */
  public static FieldComparison of(
      ComparedColumn column, List<Level> levels, Map<String, ComparedColumn> columns) {
    List<CodeMeasure> measures = new ArrayList<>();
    List<RowMeasure> rowMeasures = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      Level level = levels.get(i);
      if (level.measure().needsSecondColumn()) {
        ComparedColumn second = columns.get(level.with().orElseThrow());
        if (second == null) {
          throw new IllegalArgumentException("No column " + level.with().orElseThrow());
        }
        rowMeasures.add(new RowMeasure(i + 1, level, column, second));
        measures.add((a, b) -> Double.NaN);
      } else {
        measures.add(level.measure().prepare(column));
      }
    }
    return new FieldComparison(column, levels, measures, rowMeasures);
  }

  /** The comparison's column. */
  public ComparedColumn column() {
    return column;
  }

  /** The levels; level n of a pair is the n-th of them, counted from 1. */
  public List<Level> levels() {
    return levels;
  }

  /** The level of values that differ; the greatest there is. */
  public int differing() {
    return levels.size() + 1;
  }

  /** The level of two rows: {@link #MISSING}, or 1 (equal) to {@link #differing()}. */
  public int level(int left, int right) {
    int a = column.code(left);
    int b = column.code(right);
    if (a == ValueColumn.MISSING || b == ValueColumn.MISSING) {
      return MISSING;
    }
    if (a == b) {
      return EQUAL;
    }
    int level = memo.get().level(a, b);
    for (RowMeasure row : rowMeasures) {
      if (row.place() < level && row.holds(left, right)) {
        return row.place();
      }
    }
    return level;
  }

  private int measure(int a, int b) {
    for (int i = 1; i < levels.size(); i++) {
      if (levels.get(i).holds(measures.get(i).of(a, b))) {
        return i + 1;
      }
    }
    return differing();
  }

  /** Levels by pair of codes; a newer pair takes an older one's place. */
  private final class Memo {
    private final long[] keys = new long[MEMO];
    private final byte[] levels = new byte[MEMO];

    int level(int a, int b) {
      long key = ((long) Math.min(a, b) << 32 | Math.max(a, b)) + 1;
      int place = (int) Hashes.mix(key) & (MEMO - 1);
      if (keys[place] != key) {
        levels[place] = (byte) measure(Math.min(a, b), Math.max(a, b));
        keys[place] = key;
      }
      return levels[place];
    }
  }
}
