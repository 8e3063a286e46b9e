package org.citylake.ingestion.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Values with weights, drawn by a number in [0, 1). */
final class Weighted<T> {
  private final List<T> values;
  private final double[] upTo;

  private Weighted(List<T> values, double[] weights) {
    this.values = List.copyOf(values);
    this.upTo = weights.clone();
    Arrays.parallelPrefix(upTo, Double::sum);
  }

  /** The values of a map with their weights, in its order; at least one. */
  static <T> Weighted<T> of(Map<T, Double> weights) {
    if (weights.isEmpty()) {
      throw new IllegalArgumentException("nothing to draw from");
    }
    return new Weighted<>(
        new ArrayList<>(weights.keySet()),
        weights.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** The value at a place in [0, 1). */
  T at(double unit) {
    double sought = unit * upTo[upTo.length - 1];
    int found = Arrays.binarySearch(upTo, sought);
    int index = found >= 0 ? found + 1 : -found - 1;
    return values.get(Math.min(index, values.size() - 1));
  }

  List<T> values() {
    return values;
  }
}
