package org.citylake.entities.linkage.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.citylake.entities.linkage.comparison.DateForm;
import org.citylake.entities.linkage.comparison.TextForm;
import org.citylake.entities.linkage.table.Hashes;
import org.citylake.entities.linkage.table.ValueColumn;

/**
 * What tells of two columns of different names whether they hold the same: the kind, a sketch of
 * the distinct values (the least hashes, Beyer et al. 2007), and for dates how the decades are
 * spread, because any two columns of days share days.
 */
final class ColumnSketch {
  private static final int LEAST = 4096;
  private static final int SAMPLE = 5000;

  private final String name;
  private final ColumnKind kind;
  private final long[] hashes;
  private final double[] decades;

  private ColumnSketch(String name, ColumnKind kind, long[] hashes, double[] decades) {
    this.name = name;
    this.kind = kind;
    this.hashes = hashes;
    this.decades = decades;
  }

  /**
   * Sketches a column.
   *
   * @param values its distinct values
   */
  static ColumnSketch of(String name, List<String> values) {
    List<String> sample = values.subList(0, Math.min(SAMPLE, values.size()));
    int[] codes = IntStream.range(0, sample.size()).toArray();
    ColumnKind kind = new KindGuess(new ValueColumn(name, codes, sample)).kind();
    long[] hashes =
        values.stream()
            .map(value -> TextForm.compact(TextForm.normalise(value)))
            .filter(value -> !value.isEmpty())
            .mapToLong(Hashes::of)
            .sorted()
            .distinct()
            .limit(LEAST)
            .toArray();
    return new ColumnSketch(
        name, kind, hashes, kind == ColumnKind.DATE ? decades(values) : new double[0]);
  }

  String name() {
    return name;
  }

  ColumnKind kind() {
    return kind;
  }

  /** How many hashes are kept: all distinct values when they are few. */
  int size() {
    return hashes.length;
  }

  /**
   * How many values two columns share, by the geometric mean of how many they have, 0 to 1; both
   * are counted where both sketches are whole. Source: Ochiai 1957.
   */
  double shared(ColumnSketch other) {
    long bound = Math.min(bound(), other.bound());
    int mine = countTo(bound);
    int others = other.countTo(bound);
    int shared = 0;
    for (int i = 0, j = 0; i < mine && j < others; ) {
      int order = Long.compare(hashes[i], other.hashes[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return shared == 0 ? 0 : shared / Math.sqrt((double) mine * others);
  }

  private long bound() {
    return hashes.length < LEAST ? Long.MAX_VALUE : hashes[LEAST - 1];
  }

  private int countTo(long bound) {
    int place = Arrays.binarySearch(hashes, bound);
    return place >= 0 ? place + 1 : -place - 1;
  }

  /** How much of the spread over decades two columns of dates have in common, 0 to 1. */
  double sharedDecades(ColumnSketch other) {
    double shared = 0;
    for (int decade = 0; decade < Math.min(decades.length, other.decades.length); decade++) {
      shared += Math.min(decades[decade], other.decades[decade]);
    }
    return shared;
  }

  private static double[] decades(List<String> values) {
    double[] decades = new double[300];
    double all = 0;
    for (String value : values) {
      int date = DateForm.parse(TextForm.normalise(value));
      if (DateForm.plausible(date)) {
        decades[DateForm.year(date) / 10]++;
        all++;
      }
    }
    for (int decade = 0; decade < decades.length && all > 0; decade++) {
      decades[decade] /= all;
    }
    return decades;
  }
}
