package org.citylake.entities.linkage.estimation;

import java.util.Arrays;
import java.util.List;
import org.citylake.entities.linkage.comparison.PairComparison;

/**
 * Learns the model without labels. The candidates are taken to hold nearly all matches, so m and
 * the share of matches come from them; u comes from pairs drawn at random, less the matches that
 * are among them. Works on counts of patterns, so it depends on neither order nor seed. Source:
 * Dempster, Laird and Rubin 1977; Winkler 1988.
 */
public final class ExpectationMaximisation {
  private static final int MOST_ROUNDS = 60;
  private static final double SETTLED = 1e-5;
  private static final double BELIEF = 4;
  private static final double LEAST_SHARE = 1e-12;

  private final int[] levels;
  private final PatternCounts candidates;
  private final PatternCounts random;
  private final double[] pairsByType;

  private ExpectationMaximisation(
      List<Integer> levels, PatternCounts candidates, PatternCounts random, long[] pairsByType) {
    this.levels = levels.stream().mapToInt(l -> l).toArray();
    this.candidates = candidates;
    this.random = random;
    this.pairsByType = Arrays.stream(pairsByType).mapToDouble(p -> Math.max(1, p)).toArray();
  }

  /**
   * Learns.
   *
   * @param levels how many levels each field has beside missing, at least 2
   * @param candidates the patterns of the pairs that blocking gave
   * @param random the patterns of pairs drawn at random
   * @param pairsByType how many pairs there are of one source, and of two
   */
  public static LinkageModel fit(
      List<Integer> levels, PatternCounts candidates, PatternCounts random, long[] pairsByType) {
    return new ExpectationMaximisation(levels, candidates, random, pairsByType).fit();
  }

  private LinkageModel fit() {
    // Matches stay without dependences: with them the class could take in groups of namesakes.
    LinkageModel plain = settled(start(), independent());
    LevelSums unmatched = LevelSums.ofAllPairs(levels);
    addUnmatched(unmatched, plain);
    return settled(plain, unmatched.parents());
  }

  private LinkageModel settled(LinkageModel from, int[] parents) {
    LinkageModel model = from;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      LinkageModel next = maximised(model, parents);
      double change = change(model, next);
      model = next;
      if (change < SETTLED) {
        break;
      }
    }
    return model;
  }

  private int[] independent() {
    int[] parents = new int[levels.length];
    Arrays.fill(parents, LevelDistribution.NONE);
    return parents;
  }

  private LinkageModel start() {
    LevelSums seen = LevelSums.ofParents(levels, independent());
    for (int p = 0; p < random.size(); p++) {
      seen.add(random.pattern(p), random.count(p));
    }
    double[] prior = new double[pairsByType.length];
    for (int t = 0; t < prior.length; t++) {
      prior[t] = Math.min(0.5, 0.3 * Math.sqrt(pairsByType[t]) / pairsByType[t]);
    }
    return new LinkageModel(
        LevelDistribution.independent(beliefs()),
        LevelDistribution.independent(shares(seen.single(), uniform(), 1)),
        prior);
  }

  private double[][] beliefs() {
    return Arrays.stream(levels).mapToObj(ExpectationMaximisation::belief).toArray(double[][]::new);
  }

  /** What is believed of matches before any is seen: most agree, and near levels beat far ones. */
  private static double[] belief(int levels) {
    double[] belief = new double[levels + 1];
    belief[1] = 0.8;
    double rest = 0.2;
    for (int level = 2; level < levels; level++) {
      belief[level] = rest / 2;
      rest /= 2;
    }
    belief[levels] = rest;
    return belief;
  }

  private double[][] uniform() {
    double[][] uniform = new double[levels.length][];
    for (int f = 0; f < levels.length; f++) {
      uniform[f] = new double[levels[f] + 1];
      Arrays.fill(uniform[f], 1, levels[f] + 1, 1.0 / levels[f]);
    }
    return uniform;
  }

  private void addUnmatched(LevelSums unmatched, LinkageModel model) {
    for (int p = 0; p < random.size(); p++) {
      double match = LinkageModel.probability(model.weight(random.pattern(p)));
      unmatched.add(random.pattern(p), random.count(p) * (1 - match));
    }
  }

  private LinkageModel maximised(LinkageModel model, int[] parents) {
    double[] prior = new double[pairsByType.length];
    LevelSums matched = LevelSums.ofParents(levels, independent());
    for (int p = 0; p < candidates.size(); p++) {
      long pattern = candidates.pattern(p);
      double expected = candidates.count(p) * LinkageModel.probability(model.weight(pattern));
      prior[PairComparison.type(pattern)] += expected;
      matched.add(pattern, expected);
    }
    for (int t = 0; t < prior.length; t++) {
      prior[t] = Math.min(0.99, Math.max(LEAST_SHARE, prior[t] / pairsByType[t]));
    }
    LevelSums unmatched = LevelSums.ofParents(levels, parents);
    addUnmatched(unmatched, model);
    return new LinkageModel(
        distribution(matched, independent(), beliefs(), BELIEF),
        distribution(unmatched, parents, uniform(), 0.5),
        prior);
  }

  private LevelDistribution distribution(
      LevelSums sums, int[] parents, double[][] belief, double strength) {
    double[][] shares = shares(sums.single(), belief, strength);
    double[][][] joint = new double[levels.length][][];
    for (int f = 0; f < levels.length; f++) {
      joint[f] = parents[f] == LevelDistribution.NONE ? new double[0][] : sums.joint(f, parents[f]);
    }
    return LevelDistribution.of(parents, shares, joint);
  }

  private static double[][] shares(double[][] seen, double[][] belief, double strength) {
    double[][] shares = new double[seen.length][];
    for (int f = 0; f < seen.length; f++) {
      double all = Arrays.stream(seen[f]).skip(1).sum();
      shares[f] = new double[seen[f].length];
      for (int level = 1; level < shares[f].length; level++) {
        shares[f][level] = (seen[f][level] + strength * belief[f][level]) / (all + strength);
      }
    }
    return shares;
  }

  private static double change(LinkageModel before, LinkageModel after) {
    double change = 0;
    for (int f = 0; f < before.fields(); f++) {
      for (int level = 1; level < before.levels(f); level++) {
        change = Math.max(change, Math.abs(before.m(f, level) - after.m(f, level)));
        change = Math.max(change, Math.abs(before.u(f, level) - after.u(f, level)));
      }
    }
    return change;
  }
}
