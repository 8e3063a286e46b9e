package org.citylake.entities.linkage.estimation;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.citylake.entities.linkage.blocking.ComparedPairs;
import org.citylake.entities.linkage.comparison.PairComparison;
import org.citylake.entities.linkage.table.Hashes;

/** How often each pattern of agreement was seen; patterns in ascending order. */
public final class PatternCounts {
  private final long[] patterns;
  private final long[] counts;

  private PatternCounts(long[] patterns, long[] counts) {
    this.patterns = patterns;
    this.counts = counts;
  }

  /** Counts some patterns. */
  public static PatternCounts of(LongStream seen) {
    long[] sorted = seen.toArray();
    Arrays.sort(sorted);
    int distinct = 0;
    long[] counts = new long[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[distinct++] = sorted[i];
      }
      counts[distinct - 1]++;
    }
    return new PatternCounts(Arrays.copyOf(sorted, distinct), Arrays.copyOf(counts, distinct));
  }

  /** Counts the patterns of compared pairs, and further ones. */
  public static PatternCounts of(ComparedPairs pairs, LongStream further) {
    return of(
        LongStream.concat(IntStream.range(0, pairs.size()).mapToLong(pairs::pattern), further));
  }

  /**
   * Counts the patterns of pairs of rows drawn at random: the same ones each time, as the draw is a
   * hash of its number; all pairs when they are not more.
   *
   * @param rows how many rows there are, at least 2
   * @param draws how many pairs at most
   */
  public static PatternCounts ofRandomPairs(PairComparison comparison, int rows, int draws) {
    long all = (long) rows * (rows - 1) / 2;
    LongUnaryOperator draw =
        all <= draws
            ? t -> pairAt(t, comparison)
            : t -> {
              int left = (int) Long.remainderUnsigned(Hashes.mix(2 * t), rows);
              int right = (int) Long.remainderUnsigned(Hashes.mix(2 * t + 1), rows - 1);
              return comparison.pattern(left, right >= left ? right + 1 : right);
            };
    return of(LongStream.range(0, Math.min(all, draws)).parallel().map(draw));
  }

  private static long pairAt(long place, PairComparison comparison) {
    int right = (int) ((1 + Math.sqrt(1 + 8.0 * place)) / 2);
    while ((long) right * (right - 1) / 2 > place) {
      right--;
    }
    while ((long) right * (right + 1) / 2 <= place) {
      right++;
    }
    return comparison.pattern((int) (place - (long) right * (right - 1) / 2), right);
  }

  /** How many different patterns there are. */
  public int size() {
    return patterns.length;
  }

  public long pattern(int place) {
    return patterns[place];
  }

  public long count(int place) {
    return counts[place];
  }

  /** How many pairs were counted. */
  public long total() {
    return Arrays.stream(counts).sum();
  }
}
