package org.citylake.entities.linkage.estimation;

import java.util.Arrays;
import org.citylake.entities.linkage.comparison.PairComparison;

/**
 * How probable patterns of agreement are in one class of pairs: each field's levels depend on those
 * of at most one other field, so that what is said twice (a street and its postcode, a name and the
 * e-mail address made of it) does not count twice. Source: Chow and Liu 1968, Approximating
 * Discrete Probability Distributions with Dependence Trees.
 */
final class LevelDistribution {
  /** The parent of a field that depends on none. */
  static final int NONE = -1;

  /** As many pairs' worth the distribution without dependence counts in each row of a table. */
  private static final double BELIEF = 20;

  private final int[] parents;
  private final double[][] shares;
  private final double[][][] logs;

  private LevelDistribution(int[] parents, double[][] shares, double[][][] logs) {
    this.parents = parents;
    this.shares = shares;
    this.logs = logs;
  }

  /** Fields without dependence, from the shares of their levels. */
  static LevelDistribution independent(double[][] shares) {
    int[] parents = new int[shares.length];
    Arrays.fill(parents, NONE);
    double[][][] logs = new double[shares.length][][];
    for (int f = 0; f < shares.length; f++) {
      logs[f] = new double[][] {logs(shares[f])};
    }
    return new LevelDistribution(parents, shares, logs);
  }

  /**
   * Fields that depend on their parents.
   *
   * @param shares of the levels of each field
   * @param joint by field, level of the parent and level how often both were seen
   */
  static LevelDistribution of(int[] parents, double[][] shares, double[][][] joint) {
    double[][][] logs = new double[shares.length][][];
    for (int f = 0; f < shares.length; f++) {
      if (parents[f] == NONE) {
        logs[f] = new double[][] {logs(shares[f])};
        continue;
      }
      logs[f] = new double[joint[f].length][];
      for (int above = 0; above < logs[f].length; above++) {
        double[] seen = joint[f][above];
        double all = above == 0 ? 0 : Arrays.stream(seen).skip(1).sum();
        double[] conditional = new double[seen.length];
        for (int level = 1; level < seen.length; level++) {
          double count = above == 0 ? 0 : seen[level];
          conditional[level] = (count + BELIEF * shares[f][level]) / (all + BELIEF);
        }
        logs[f][above] = logs(conditional);
      }
    }
    return new LevelDistribution(parents.clone(), shares, logs);
  }

  private static double[] logs(double[] shares) {
    double[] logs = new double[shares.length];
    for (int level = 1; level < logs.length; level++) {
      logs[level] = Math.log(shares[level]) / LinkageModel.BIT;
    }
    return logs;
  }

  /** The share of a level where the value is there. */
  double share(int field, int level) {
    return shares[field][level];
  }

  /** Log2 of the probability of a field's level in a pattern; 0 where a value is missing. */
  double log(int field, long pattern) {
    int above = parents[field] == NONE ? 0 : PairComparison.level(pattern, parents[field]);
    return logs[field][above][PairComparison.level(pattern, field)];
  }

  int levels(int field) {
    return shares[field].length;
  }

  int fields() {
    return shares.length;
  }

  /** The field that a field depends on, or {@link #NONE}. */
  int parent(int field) {
    return parents[field];
  }
}
