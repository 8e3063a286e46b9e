package org.citylake.metrics.index.robustness;

import java.util.Arrays;

/** How often a unit had each rank, over the ranks that it had; so its quantiles are exact. */
final class RankCounts {
  private static final int ROOM = 8;

  private int first;
  private int[] counts = new int[0];
  private int total;
  private long sum;

  /** Counts a rank, from 1. */
  void add(int rank) {
    makeRoom(rank);
    counts[rank - first]++;
    total++;
    sum += rank;
  }

  private void makeRoom(int rank) {
    if (counts.length == 0) {
      first = Math.max(1, rank - ROOM / 2);
      counts = new int[ROOM];
    }
    if (rank < first) {
      int room = Math.min(first - 1, Math.max(first - rank, counts.length / 2));
      int[] wider = new int[counts.length + room];
      System.arraycopy(counts, 0, wider, room, counts.length);
      counts = wider;
      first -= room;
    } else if (rank >= first + counts.length) {
      counts = Arrays.copyOf(counts, Math.max(rank - first + 1, counts.length + counts.length / 2));
    }
  }

  /** How many ranks were counted. */
  int total() {
    return total;
  }

  /** The mean of at least one. */
  double mean() {
    return (double) sum / total;
  }

  /** A quantile of at least one, by R's type 7. */
  double quantile(double probability) {
    double position = (total - 1) * probability;
    int below = (int) Math.floor(position);
    double share = position - below;
    return (1 - share) * place(below) + share * place(Math.min(below + 1, total - 1));
  }

  /** The rank at a place of all in ascending order, from 0. */
  private int place(int place) {
    int before = 0;
    for (int i = 0; i < counts.length; i++) {
      before += counts[i];
      if (before > place) {
        return first + i;
      }
    }
    throw new IllegalArgumentException("no rank at place " + place);
  }
}
