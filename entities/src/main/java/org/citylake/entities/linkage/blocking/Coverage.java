package org.citylake.entities.linkage.blocking;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How well some matches are found by the keys chosen so far. */
final class Coverage {
  private static final double FOUND_AGAIN = 0.25;
  private static final double SAME_COLUMN = 0.02;

  private final Map<String, Integer> columns = new HashMap<>();
  private final double[] worth;
  private final long[] columnsUsed;

  Coverage(int matches) {
    worth = new double[matches];
    columnsUsed = new long[matches];
    Arrays.fill(worth, 1.0 / matches);
  }

  /** What a key adds, as a share of all matches. */
  double gain(BlockingKey key, boolean[] hits) {
    long mask = mask(key);
    double gain = 0;
    for (int m = 0; m < hits.length; m++) {
      if (hits[m]) {
        gain += worth[m] * ((columnsUsed[m] & mask) == 0 ? 1 : SAME_COLUMN);
      }
    }
    return gain;
  }

  /** Notes that a key was chosen. */
  void add(BlockingKey key, boolean[] hits) {
    long mask = mask(key);
    for (int m = 0; m < hits.length; m++) {
      if (hits[m]) {
        worth[m] *= FOUND_AGAIN;
        columnsUsed[m] |= mask;
      }
    }
  }

  private long mask(BlockingKey key) {
    long mask = 0;
    for (KeyPart part : key.parts()) {
      mask |= 1L << (columns.computeIfAbsent(part.column(), c -> columns.size()) & 63);
    }
    return mask;
  }
}
