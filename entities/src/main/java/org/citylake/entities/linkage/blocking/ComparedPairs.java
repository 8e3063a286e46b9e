package org.citylake.entities.linkage.blocking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pairs of rows with the patterns of their comparison, in two arrays of numbers. */
public final class ComparedPairs {
  private final long[] pairs;
  private final long[] patterns;

  private ComparedPairs(long[] pairs, long[] patterns) {
    this.pairs = pairs;
    this.patterns = patterns;
  }

  /** No pairs. */
  public static ComparedPairs none() {
    return new ComparedPairs(new long[0], new long[0]);
  }

  /** All pairs of some lists in their order. */
  static ComparedPairs of(List<Collected> parts) {
    int size = parts.stream().mapToInt(p -> p.size).sum();
    long[] pairs = new long[size];
    long[] patterns = new long[size];
    int from = 0;
    for (Collected part : parts) {
      System.arraycopy(part.pairs, 0, pairs, from, part.size);
      System.arraycopy(part.patterns, 0, patterns, from, part.size);
      from += part.size;
    }
    return new ComparedPairs(pairs, patterns);
  }

  /** These pairs and others behind them. */
  public ComparedPairs and(ComparedPairs other) {
    List<Collected> parts = new ArrayList<>();
    parts.add(new Collected(pairs, patterns));
    parts.add(new Collected(other.pairs, other.patterns));
    return of(parts);
  }

  public int size() {
    return pairs.length;
  }

  public int left(int pair) {
    return (int) (pairs[pair] >>> 32);
  }

  public int right(int pair) {
    return (int) pairs[pair];
  }

  public long pattern(int pair) {
    return patterns[pair];
  }

  /** Pairs as they are found. */
  static final class Collected {
    private long[] pairs;
    private long[] patterns;
    private int size;

    Collected() {
      this(new long[256], new long[256]);
      size = 0;
    }

    private Collected(long[] pairs, long[] patterns) {
      this.pairs = pairs;
      this.patterns = patterns;
      this.size = pairs.length;
    }

    int size() {
      return size;
    }

    void add(int left, int right, long pattern) {
      if (size == pairs.length) {
        pairs = Arrays.copyOf(pairs, size + (size >> 1));
        patterns = Arrays.copyOf(patterns, size + (size >> 1));
      }
      pairs[size] = (long) Math.min(left, right) << 32 | Math.max(left, right);
      patterns[size++] = pattern;
    }
  }
}
