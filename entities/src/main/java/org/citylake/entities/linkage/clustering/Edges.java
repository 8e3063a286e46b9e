package org.citylake.entities.linkage.clustering;

import java.util.Arrays;
import org.citylake.entities.linkage.blocking.ComparedPairs;

/** The pairs that are heavy enough to be looked at when clusters are built. */
public final class Edges {
  private final int[] left;
  private final int[] right;
  private final double[] weights;

  private Edges(int[] left, int[] right, double[] weights) {
    this.left = left;
    this.right = right;
    this.weights = weights;
  }

  /**
   * The pairs above a weight, the heaviest first, of equal ones that which was compared first;
   * weights are equal when they are so in 24 bits.
   *
   * @param weights by pair
   */
  public static Edges above(ComparedPairs pairs, double[] weights, double least) {
    long[] order = new long[pairs.size()];
    int count = 0;
    for (int p = 0; p < pairs.size(); p++) {
      if (weights[p] > least) {
        order[count++] = (long) descending((float) weights[p]) << 32 | p;
      }
    }
    Arrays.parallelSort(order, 0, count);
    int[] left = new int[count];
    int[] right = new int[count];
    double[] sorted = new double[count];
    for (int i = 0; i < count; i++) {
      int pair = (int) order[i];
      left[i] = pairs.left(pair);
      right[i] = pairs.right(pair);
      sorted[i] = weights[pair];
    }
    return new Edges(left, right, sorted);
  }

  /** A number that is the less the greater a weight is. */
  private static int descending(float weight) {
    int bits = Float.floatToIntBits(weight);
    return bits >= 0 ? ~bits : bits & Integer.MAX_VALUE;
  }

  /** How many there are; their places count from 0, the heaviest first. */
  public int size() {
    return weights.length;
  }

  public int left(int place) {
    return left[place];
  }

  public int right(int place) {
    return right[place];
  }

  public double weight(int place) {
    return weights[place];
  }
}
