package org.citylake.entities.linkage.estimation;

import java.util.Arrays;
import org.citylake.entities.linkage.comparison.PairComparison;

/** Sums of pairs by the levels of two fields at a time, and what depends on what by them. */
final class LevelSums {
  private static final double[][] NONE = {};

  private final int[] levels;
  private final double[][] single;
  private final double[][][][] joint;

  /** Sums of every two fields. */
  static LevelSums ofAllPairs(int[] levels) {
    boolean[][] wanted = new boolean[levels.length][levels.length];
    for (boolean[] row : wanted) {
      Arrays.fill(row, true);
    }
    return new LevelSums(levels, wanted);
  }

  /** Sums of each field with its parent only. */
  static LevelSums ofParents(int[] levels, int[] parents) {
    boolean[][] wanted = new boolean[levels.length][levels.length];
    for (int f = 0; f < parents.length; f++) {
      if (parents[f] != LevelDistribution.NONE) {
        wanted[Math.max(f, parents[f])][Math.min(f, parents[f])] = true;
      }
    }
    return new LevelSums(levels, wanted);
  }

  private LevelSums(int[] levels, boolean[][] wanted) {
    this.levels = levels;
    this.single = new double[levels.length][];
    this.joint = new double[levels.length][levels.length][][];
    for (int f = 0; f < levels.length; f++) {
      single[f] = new double[levels[f] + 1];
      for (int g = 0; g < f; g++) {
        joint[f][g] = wanted[f][g] ? new double[levels[g] + 1][levels[f] + 1] : NONE;
      }
    }
  }

  void add(long pattern, double count) {
    for (int f = 0; f < levels.length; f++) {
      int level = PairComparison.level(pattern, f);
      single[f][level] += count;
      for (int g = 0; g < f; g++) {
        if (joint[f][g] != NONE) {
          joint[f][g][PairComparison.level(pattern, g)][level] += count;
        }
      }
    }
  }

  /** By level of the field how many pairs; place 0 are those where a value is missing. */
  double[][] single() {
    return single;
  }

  /** By level of the parent and of the field how many pairs. */
  double[][] joint(int field, int parent) {
    if (parent < field) {
      return joint[field][parent];
    }
    double[][] turned = new double[levels[parent] + 1][levels[field] + 1];
    for (int a = 0; a <= levels[parent]; a++) {
      for (int b = 0; b <= levels[field]; b++) {
        turned[a][b] = joint[parent][field][b][a];
      }
    }
    return turned;
  }

  /** The tree of the strongest dependences; only such as chance would not make. */
  int[] parents() {
    int fields = levels.length;
    int[] parents = new int[fields];
    double[] best = new double[fields];
    boolean[] placed = new boolean[fields];
    Arrays.fill(parents, LevelDistribution.NONE);
    for (int step = 0; step < fields; step++) {
      int next = -1;
      for (int f = 0; f < fields; f++) {
        if (!placed[f] && (next < 0 || best[f] > best[next])) {
          next = f;
        }
      }
      placed[next] = true;
      for (int f = 0; f < fields; f++) {
        double strength = placed[f] ? 0 : strength(f, next);
        if (strength > best[f]) {
          best[f] = strength;
          parents[f] = next;
        }
      }
    }
    return parents;
  }

  /** The G statistic of two fields, or 0 when it is within what chance gives. */
  private double strength(int f, int g) {
    double[][] table = joint(f, g);
    double[] rows = new double[table.length];
    double[] columns = new double[table[0].length];
    double all = 0;
    for (int a = 1; a < rows.length; a++) {
      for (int b = 1; b < columns.length; b++) {
        rows[a] += table[a][b];
        columns[b] += table[a][b];
        all += table[a][b];
      }
    }
    double g2 = 0;
    for (int a = 1; a < rows.length; a++) {
      for (int b = 1; b < columns.length; b++) {
        if (table[a][b] > 0) {
          g2 += 2 * table[a][b] * Math.log(table[a][b] * all / (rows[a] * columns[b]));
        }
      }
    }
    double freedom = (rows.length - 2.0) * (columns.length - 2.0);
    return g2 > freedom + 4 * Math.sqrt(2 * freedom) + 10 ? g2 : 0;
  }
}
