package org.citylake.entities.linkage.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.DoubleStream;
import org.citylake.entities.linkage.table.Hashes;
import org.citylake.entities.linkage.table.ValueColumn;

/**
 * Compares one column of two rows. The level of two values is kept by their codes, so that it is
 * worked out once for few values, and seldom again for values that often meet.
 */
public final class FieldComparison {
  /** A value is missing: nothing is known. */
  public static final int MISSING = 0;

  /** The level of equal values. */
  public static final int EQUAL = 1;

  private static final int NEWEST = 1 << 15;
  private static final int CODE_BITS = 30;
  private static final int LEVEL_BITS = 4;
  private static final int FEW_VALUES = 1500;

  private final ComparedColumn column;
  private final Level[] levels;
  private final CodeMeasure[] measures;
  private final int[] firstUse;
  private final RowMeasure[] rowMeasures;
  private final Known known;

  private FieldComparison(
      ComparedColumn column,
      List<Level> levels,
      List<CodeMeasure> measures,
      List<RowMeasure> rowMeasures) {
    this.column = column;
    this.levels = levels.toArray(new Level[0]);
    this.measures = measures.toArray(new CodeMeasure[0]);
    this.firstUse = new int[levels.size()];
    Arrays.setAll(firstUse, i -> measures.indexOf(measures.get(i)));
    this.rowMeasures = rowMeasures.toArray(new RowMeasure[0]);
    int values = column.values().size();
    this.known = values <= FEW_VALUES ? new Square(values) : new Newest();
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
        measures.add(prepared(level.measure(), levels, measures, column));
      }
    }
    return new FieldComparison(column, levels, measures, rowMeasures);
  }

  /** One for all levels of a measure, so that it is told by identity that it is known already. */
  private static CodeMeasure prepared(
      Measure measure, List<Level> levels, List<CodeMeasure> before, ComparedColumn column) {
    for (int i = 0; i < before.size(); i++) {
      if (levels.get(i).measure() == measure) {
        return before.get(i);
      }
    }
    DoubleStream bounds =
        levels.stream().filter(l -> l.measure() == measure).mapToDouble(Level::bound);
    return measure.prepare(
        column, measure.isDistance() ? bounds.max().orElseThrow() : bounds.min().orElseThrow());
  }

  /** The comparison's column. */
  public ComparedColumn column() {
    return column;
  }

  /** The levels; level n of a pair is the n-th of them, counted from 1. */
  public List<Level> levels() {
    return List.of(levels);
  }

  /** The level of values that differ; the greatest there is. */
  public int differing() {
    return levels.length + 1;
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
    int level = known.level(Math.min(a, b), Math.max(a, b));
    for (RowMeasure row : rowMeasures) {
      if (row.place() < level && row.holds(left, right)) {
        return row.place();
      }
    }
    return level;
  }

  /** The level of two values, each measure taken once however many levels ask for it. */
  private int measure(int a, int b) {
    double[] measured = new double[measures.length];
    for (int i = 1; i < measures.length; i++) {
      measured[i] = firstUse[i] == i ? measures[i].of(a, b) : measured[firstUse[i]];
      if (levels[i].holds(measured[i])) {
        return i + 1;
      }
    }
    return differing();
  }

  /** What is kept of values that were compared; threads that meet work a level out twice. */
  private interface Known {
    /** The level of two codes, the lesser first. */
    int level(int a, int b);
  }

  /** The levels of all pairs of few values, worked out as they are asked for. */
  private final class Square implements Known {
    private final int values;
    private final byte[] known;

    Square(int values) {
      this.values = values;
      this.known = new byte[values * values];
    }

    @Override
    public int level(int a, int b) {
      int place = a * values + b;
      if (known[place] == 0) {
        known[place] = (byte) measure(a, b);
      }
      return known[place];
    }
  }

  /** Codes and level of a pair in one number; a newer pair takes an older one's place. */
  private final class Newest implements Known {
    private final AtomicLongArray known = new AtomicLongArray(NEWEST);

    @Override
    public int level(int a, int b) {
      long pair = ((long) a << CODE_BITS | b) << LEVEL_BITS;
      int place = (int) Hashes.mix(pair) & (NEWEST - 1);
      long entry = known.getOpaque(place);
      if ((entry & -(1L << LEVEL_BITS)) == pair && entry != pair) {
        return (int) (entry - pair);
      }
      int level = measure(a, b);
      known.setOpaque(place, pair | level);
      return level;
    }
  }
}
