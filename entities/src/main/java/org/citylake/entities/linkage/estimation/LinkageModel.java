package org.citylake.entities.linkage.estimation;

import org.citylake.entities.linkage.comparison.PairComparison;

/**
 * The model of Fellegi and Sunter: how probable each level of each field is among matches (m) and
 * among pairs that do not match (u), and how probable a match is before anything is compared.
 * Source: Fellegi and Sunter 1969, A Theory for Record Linkage. Weights are in bits.
 */
public final class LinkageModel {
  static final double BIT = Math.log(2);

  private final LevelDistribution matches;
  private final LevelDistribution others;
  private final double[] prior;

  LinkageModel(LevelDistribution matches, LevelDistribution others, double[] prior) {
    this.matches = matches;
    this.others = others;
    this.prior = prior;
  }

  /** How probable a level is among matches where both values are there. */
  public double m(int field, int level) {
    return matches.share(field, level);
  }

  /** How probable a level is among other pairs where both values are there. */
  public double u(int field, int level) {
    return others.share(field, level);
  }

  /** The weight of a level by itself: log2 of m over u. */
  public double weight(int field, int level) {
    return Math.log(m(field, level) / u(field, level)) / BIT;
  }

  /** How many levels a field has, with missing as the first. */
  public int levels(int field) {
    return matches.levels(field);
  }

  /** How many fields there are. */
  public int fields() {
    return matches.fields();
  }

  /** The share of matches among pairs of one source (0) or of two (1). */
  public double prior(int type) {
    return prior[type];
  }

  /** Log2 of the odds of a match before anything is compared. */
  public double priorWeight(int type) {
    return Math.log(prior[type] / (1 - prior[type])) / BIT;
  }

  /** What a field adds to the weight of a pattern, given the field that it depends on. */
  public double fieldWeight(int field, long pattern) {
    return matches.log(field, pattern) - others.log(field, pattern);
  }

  /** The weight of a pattern with its prior weight: log2 of the odds of a match. */
  public double weight(long pattern) {
    double weight = priorWeight(PairComparison.type(pattern));
    for (int f = 0; f < fields(); f++) {
      weight += fieldWeight(f, pattern);
    }
    return weight;
  }

  /** The probability of odds given as log2. */
  public static double probability(double weight) {
    return 1 / (1 + Math.exp(-weight * BIT));
  }
}
