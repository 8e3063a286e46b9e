package org.citylake.metrics.index.normalise;

/**
 * The range of a part of a column, in the indicator's own direction.
 *
 * @param count how many values there are
 * @param least the least value
 * @param most the greatest value
 */
record Range(int count, double least, double most) {

  static Range of(Variable variable, int[] part) {
    int count = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int row : part) {
      if (variable.values().has(row)) {
        count++;
        least = Math.min(least, variable.values().value(row));
        most = Math.max(most, variable.values().value(row));
      }
    }
    return new Range(count, least, most);
  }

  boolean empty() {
    return count == 0;
  }

  boolean constant() {
    return least == most;
  }
}
