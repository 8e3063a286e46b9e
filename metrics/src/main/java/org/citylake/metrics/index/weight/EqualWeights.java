package org.citylake.metrics.index.weight;

import java.util.Arrays;
import org.citylake.core.problem.Problems;

/**
 * Every sibling counts the same, whatever weights are stated. Source: OECD/JRC, Handbook on
 * Constructing Composite Indicators (2008), step 6, equal weighting.
 */
record EqualWeights() implements Weighting {
  @Override
  public double[] apply(WeightedGroup group, Problems problems) {
    double[] weights = new double[group.nodes().size()];
    Arrays.fill(weights, 1);
    return weights;
  }

  @Override
  public boolean looksAtScores() {
    return false;
  }
}
