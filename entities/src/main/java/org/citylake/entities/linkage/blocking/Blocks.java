package org.citylake.entities.linkage.blocking;

import java.util.Arrays;

/**
 * The blocks of one key. A row stands under at most one block a slot. A block that is too large is
 * cut into pieces of rows whose other values are near each other, so that the number of pairs stays
 * bounded.
 */
final class Blocks {
  /** The block of a row that shares its key with no other. */
  static final int NONE = -1;

  private final int[][] blockOf;
  private final int[] members;
  private final int[] starts;
  private final long cutRows;

  private Blocks(int[][] blockOf, int[] members, int[] starts, long cutRows) {
    this.blockOf = blockOf;
    this.members = members;
    this.starts = starts;
    this.cutRows = cutRows;
  }

  /**
   * Groups rows by their hashes.
   *
   * @param hashes by slot and row
   * @param mostPairs about how many pairs all blocks together may have
   * @param nearness by row a number that is near for rows whose other values are
   */
  static Blocks of(long[][] hashes, long mostPairs, Nearness nearness) {
    int rows = hashes[0].length;
    int bits = Math.max(1, 64 - Long.numberOfLeadingZeros((long) rows * hashes.length));
    long low = (1L << bits) - 1;
    long[] sorted = new long[rows * hashes.length];
    int entries = 0;
    for (int s = 0; s < hashes.length; s++) {
      for (int row = 0; row < rows; row++) {
        if (hashes[s][row] != KeyHashes.NONE) {
          sorted[entries++] = (hashes[s][row] & ~low) | ((long) s * rows + row);
        }
      }
    }
    sorted = Arrays.copyOf(sorted, entries);
    Arrays.sort(sorted);
    int largest = largest(sorted, low, mostPairs);
    return group(sorted, low, rows, hashes.length, largest, nearness);
  }

  /** The largest size of a block with which all blocks stay within the number of pairs. */
  private static int largest(long[] sorted, long low, long mostPairs) {
    int largest = sorted.length;
    while (largest > 2 && pairs(sorted, low, largest) > mostPairs) {
      largest = Math.max(2, largest / 2);
    }
    return Math.max(2, largest);
  }

  private static long pairs(long[] sorted, long low, int largest) {
    long pairs = 0;
    for (int from = 0; from < sorted.length; ) {
      int to = end(sorted, low, from);
      long size = to - from;
      pairs += size * (Math.min(size, largest) - 1) / 2;
      from = to;
    }
    return pairs;
  }

  /** How many pairs the hashes' blocks have when none is cut. */
  static long pairs(long[][] hashes) {
    long[] all = Arrays.stream(hashes).flatMapToLong(Arrays::stream).filter(h -> h != 0).toArray();
    Arrays.sort(all);
    return pairs(all, 0, all.length);
  }

  private static int end(long[] sorted, long low, int from) {
    int to = from + 1;
    while (to < sorted.length && (sorted[to] & ~low) == (sorted[from] & ~low)) {
      to++;
    }
    return to;
  }

  private static Blocks group(
      long[] sorted, long low, int rows, int slots, int largest, Nearness nearness) {
    int[][] blockOf = new int[slots][rows];
    for (int[] slot : blockOf) {
      Arrays.fill(slot, NONE);
    }
    int[] members = new int[sorted.length];
    int[] starts = new int[sorted.length / 2 + 2];
    int blocks = 0;
    int used = 0;
    long cut = 0;
    for (int from = 0; from < sorted.length; ) {
      int to = end(sorted, low, from);
      int size = to - from;
      if (size > largest) {
        nearness.sort(sorted, from, to, (int) low, rows);
        cut += size;
      }
      int pieces = (size + largest - 1) / largest;
      for (int p = 0; p < pieces && size > 1; p++) {
        int pieceFrom = from + (int) ((long) size * p / pieces);
        int pieceTo = from + (int) ((long) size * (p + 1) / pieces);
        if (pieceTo - pieceFrom < 2) {
          continue;
        }
        starts[blocks] = used;
        for (int i = pieceFrom; i < pieceTo; i++) {
          int entry = (int) (sorted[i] & low);
          members[used++] = entry % rows;
          blockOf[entry / rows][entry % rows] = blocks;
        }
        blocks++;
      }
      from = to;
    }
    starts[blocks] = used;
    return new Blocks(
        blockOf, Arrays.copyOf(members, used), Arrays.copyOf(starts, blocks + 1), cut);
  }

  /** Puts the entries of a block that is too large into an order of nearness. */
  interface Nearness {
    /** Sorts entries; the low bits of one, modulo the number of rows, are its row. */
    void sort(long[] entries, int from, int to, int low, int rows);
  }

  /** How many blocks there are. */
  int count() {
    return starts.length - 1;
  }

  /** How many rows stood in blocks that were cut. */
  long cutRows() {
    return cutRows;
  }

  int size(int block) {
    return starts[block + 1] - starts[block];
  }

  int member(int block, int place) {
    return members[starts[block] + place];
  }

  /** Whether two rows stand under a common block. */
  boolean pairs(int left, int right) {
    return first(left, right) != NONE;
  }

  /** The first block that two rows stand under both, or {@link #NONE}. */
  int first(int left, int right) {
    if (blockOf.length == 1) {
      return blockOf[0][left] == blockOf[0][right] ? blockOf[0][left] : NONE;
    }
    int first = Integer.MAX_VALUE;
    for (int[] mine : blockOf) {
      for (int[] other : blockOf) {
        if (mine[left] != NONE && mine[left] == other[right]) {
          first = Math.min(first, mine[left]);
        }
      }
    }
    return first == Integer.MAX_VALUE ? NONE : first;
  }
}
