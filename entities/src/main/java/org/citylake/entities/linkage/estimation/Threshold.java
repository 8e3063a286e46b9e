package org.citylake.entities.linkage.estimation;

import java.util.stream.DoubleStream;

/**
 * The weight from which on pairs are taken for matches, chosen so that the F1 that the model
 * expects is greatest; no labels are needed.
 *
 * @param weight log2 of the odds
 * @param expectedF1 what the model expects of pairs above the threshold, 0 to 1
 * @param expectedMatches how many matches the model expects among the compared pairs
 */
public record Threshold(double weight, double expectedF1, double expectedMatches) {
  private static final double LOWEST = -20;
  private static final double HIGHEST = 60;
  private static final int STEPS_PER_BIT = 8;

  /** Chooses for some pairs' weights. */
  public static Threshold choose(DoubleStream weights) {
    int bins = (int) ((HIGHEST - LOWEST) * STEPS_PER_BIT) + 1;
    double[] matches = new double[bins];
    long[] pairs = new long[bins];
    weights.forEach(
        w -> {
          int bin = (int) Math.floor((w - LOWEST) * STEPS_PER_BIT);
          int place = Math.max(0, Math.min(bins - 1, bin));
          matches[place] += LinkageModel.probability(w);
          pairs[place]++;
        });
    double expected = 0;
    for (double m : matches) {
      expected += m;
    }
    double found = 0;
    double taken = 0;
    double best = 0;
    double bestWeight = 0;
    for (int bin = bins - 1; bin > 0; bin--) {
      found += matches[bin];
      taken += pairs[bin];
      double f1 = taken == 0 ? 0 : 2 * found / (taken + expected);
      if (f1 > best) {
        best = f1;
        // Below the whole step, so that what lies on its edge is above the threshold.
        bestWeight = LOWEST + (bin - 0.5) / STEPS_PER_BIT;
      }
    }
    return new Threshold(bestWeight, best, expected);
  }
}
