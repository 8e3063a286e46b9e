package org.citylake.metrics.statistics;

import java.util.Arrays;

/**
 * Checks the arrays that the statistics are computed from, and selects from them. What these
 * methods throw is {@link IllegalArgumentException}: the arrays are not a column or not a matrix.
 */
public final class Values {
  private Values() {}

  /** The values that are there, in their order, each finite. */
  public static double[] present(double[] values, boolean[] present) {
    requireSameLength(values.length, present.length);
    double[] selected = new double[count(present)];
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      if (present[i]) {
        selected[next++] = finite(values[i]);
      }
    }
    return selected;
  }

  /** How many places of a mask are set. */
  public static int count(boolean[] present) {
    int count = 0;
    for (boolean set : present) {
      if (set) {
        count++;
      }
    }
    return count;
  }

  /** Puts the values back to the places of a mask; the other places become zero. */
  public static double[] spread(double[] selected, boolean[] present) {
    double[] values = new double[present.length];
    int next = 0;
    for (int i = 0; i < present.length; i++) {
      if (present[i]) {
        values[i] = selected[next++];
      }
    }
    return values;
  }

  /** A mask in which nothing is missing. */
  public static boolean[] allPresent(int length) {
    boolean[] present = new boolean[length];
    Arrays.fill(present, true);
    return present;
  }

  /** A mask in which nothing is missing. */
  public static boolean[][] allPresent(int rows, int columns) {
    boolean[][] present = new boolean[rows][];
    for (int i = 0; i < rows; i++) {
      present[i] = allPresent(columns);
    }
    return present;
  }

  /** The rows in which nothing is missing, in their order. */
  public static double[][] completeRows(double[][] values, boolean[][] present) {
    requireMatrix(values, present);
    double[][] rows = new double[values.length][];
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      if (count(present[i]) == values[i].length) {
        rows[next++] = values[i].clone();
      }
    }
    double[][] complete = Arrays.copyOf(rows, next);
    if (next > 0) {
      requireMatrix(complete);
    }
    return complete;
  }

  /** One column of a matrix. */
  public static double[] column(double[][] values, int column) {
    double[] selected = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      selected[i] = values[i][column];
    }
    return selected;
  }

  /** One column of a mask. */
  public static boolean[] column(boolean[][] present, int column) {
    boolean[] selected = new boolean[present.length];
    for (int i = 0; i < present.length; i++) {
      selected[i] = present[i][column];
    }
    return selected;
  }

  /** Demands rows of one length, at least one of each, all finite; returns the columns' number. */
  public static int requireMatrix(double[][] values) {
    return requireMatrix(
        values, allPresent(values.length, values.length == 0 ? 0 : values[0].length));
  }

  /** The same where values may be missing. */
  public static int requireMatrix(double[][] values, boolean[][] present) {
    if (values.length == 0 || values[0].length == 0) {
      throw new IllegalArgumentException("A matrix has at least one row and one column");
    }
    requireSameLength(values.length, present.length);
    for (int i = 0; i < values.length; i++) {
      requireSameLength(values[0].length, values[i].length);
      requireSameLength(values[0].length, present[i].length);
      for (int j = 0; j < values[i].length; j++) {
        if (present[i][j]) {
          finite(values[i][j]);
        }
      }
    }
    return values[0].length;
  }

  /** Demands weights at or above zero, one for each part, not all zero. */
  public static void requireWeights(double[] weights, int parts) {
    requireSameLength(parts, weights.length);
    double sum = 0;
    for (double weight : weights) {
      if (finite(weight) < 0) {
        throw new IllegalArgumentException("Weights must be >= 0: " + weight);
      }
      sum += weight;
    }
    if (sum <= 0) {
      throw new IllegalArgumentException("At least one weight must be > 0");
    }
  }

  /** Demands two lengths that are equal. */
  public static void requireSameLength(int expected, int found) {
    if (expected != found) {
      throw new IllegalArgumentException(
          "Arrays must be of one length: " + expected + " and " + found);
    }
  }

  /** Demands a number that is neither NaN nor infinite, and returns it. */
  public static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("A value must be a finite number: " + value);
    }
    return value;
  }
}
