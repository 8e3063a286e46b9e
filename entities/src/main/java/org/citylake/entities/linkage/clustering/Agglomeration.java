package org.citylake.entities.linkage.clustering;

import java.util.Arrays;
import org.citylake.entities.linkage.estimation.PairWeights;

/**
 * Builds clusters from the heaviest pairs on. Two clusters are joined when the weights between all
 * their rows, less the threshold, add up to more than 0, also those of pairs that blocking never
 * gave; so one pair that looks alike cannot chain groups together that otherwise differ. Source:
 * Bansal, Blum and Chawla 2004, Correlation Clustering, solved greedily by average linkage.
 */
public final class Agglomeration {
  /** Of two large clusters so many pairs at most are weighed. */
  private static final int MOST_WEIGHED = 400;

  private static final double LIMIT = 30;

  private final PairWeights weights;
  private final double threshold;
  private final int[] cluster;
  private final int[] next;
  private final int[] last;
  private final int[] size;

  private Agglomeration(PairWeights weights, double threshold, int rows) {
    this.weights = weights;
    this.threshold = threshold;
    this.cluster = new int[rows];
    this.next = new int[rows];
    this.last = new int[rows];
    this.size = new int[rows];
    Arrays.setAll(cluster, i -> i);
    Arrays.setAll(last, i -> i);
    Arrays.fill(next, -1);
    Arrays.fill(size, 1);
  }

  /**
   * Clusters rows.
   *
   * @param edges pairs by which clusters may be joined
   * @param threshold the weight above which a pair speaks for joining
   * @return by row the least row of its cluster
   */
  public static int[] cluster(Edges edges, PairWeights weights, double threshold, int rows) {
    Agglomeration agglomeration = new Agglomeration(weights, threshold, rows);
    boolean joined = true;
    while (joined) {
      joined = false;
      for (int place = 0; place < edges.size(); place++) {
        joined |= agglomeration.join(edges.left(place), edges.right(place));
      }
    }
    return agglomeration.clusters();
  }

  private boolean join(int left, int right) {
    int a = cluster[left];
    int b = cluster[right];
    if (a == b || between(a, b) <= 0) {
      return false;
    }
    int into = size[a] >= size[b] ? a : b;
    int from = into == a ? b : a;
    for (int row = from; row >= 0; row = next[row]) {
      cluster[row] = into;
    }
    next[last[into]] = from;
    last[into] = last[from];
    size[into] += size[from];
    return true;
  }

  private double between(int a, int b) {
    int firstOfA = weighed(size[a], size[b]);
    int firstOfB = weighed(size[b], size[a]);
    double sum = 0;
    for (int i = a, m = 0; m < firstOfA; i = next[i], m++) {
      for (int j = b, n = 0; n < firstOfB; j = next[j], n++) {
        double weight = weights.weight(Math.min(i, j), Math.max(i, j)) - threshold;
        sum += Math.max(-LIMIT, Math.min(LIMIT, weight));
      }
    }
    return sum;
  }

  /** How many rows of a cluster are weighed against another: all while both are small. */
  private static int weighed(int mine, int other) {
    int most = MOST_WEIGHED / Math.min(other, (int) Math.sqrt(MOST_WEIGHED));
    return Math.min(mine, most);
  }

  private int[] clusters() {
    int[] least = new int[cluster.length];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (int row = 0; row < cluster.length; row++) {
      least[cluster[row]] = Math.min(least[cluster[row]], row);
    }
    int[] result = new int[cluster.length];
    Arrays.setAll(result, row -> least[cluster[row]]);
    return result;
  }
}
