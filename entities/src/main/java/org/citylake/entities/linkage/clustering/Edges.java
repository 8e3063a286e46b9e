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
   * The pairs above a weight, the heaviest first, of equal ones that with the lesser rows.
   *
   * @param weights by pair
   */
  public static Edges above(ComparedPairs pairs, double[] weights, double least) {
    long[] chosen = new long[pairs.size()];
    int count = 0;
    for (int p = 0; p < pairs.size(); p++) {
      if (weights[p] > least) {
        chosen[count++] = p;
      }
    }
    Integer[] order = new Integer[count];
    for (int i = 0; i < count; i++) {
      order[i] = (int) chosen[i];
    }
    Arrays.sort(
        order,
        (a, b) -> {
          int byWeight = Double.compare(weights[b], weights[a]);
          if (byWeight != 0) {
            return byWeight;
          }
          int byLeft = Integer.compare(pairs.left(a), pairs.left(b));
          return byLeft != 0 ? byLeft : Integer.compare(pairs.right(a), pairs.right(b));
        });
    int[] left = new int[count];
    int[] right = new int[count];
    double[] sorted = new double[count];
    for (int i = 0; i < count; i++) {
      left[i] = pairs.left(order[i]);
      right[i] = pairs.right(order[i]);
      sorted[i] = weights[order[i]];
    }
    return new Edges(left, right, sorted);
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
