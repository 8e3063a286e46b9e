package org.citylake.metrics.index.weight;

import java.util.OptionalDouble;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.step.StepParameters;

/**
 * The weights that the edition states. Source: OECD/JRC, Handbook on Constructing Composite
 * Indicators (2008), step 6, weights set by experts.
 *
 * @param mustSum what the weights of each group of siblings have to sum to; empty where they are
 *     normalised whatever they sum to
 */
record GivenWeights(OptionalDouble mustSum) implements Weighting {
  private static final double TOLERANCE = 1e-9;

  static Weighting of(StepParameters parameters) {
    return new GivenWeights(parameters.findNumber("must-sum"));
  }

  @Override
  public double[] apply(WeightedGroup group, Problems problems) {
    double[] weights = group.nodes().stream().mapToDouble(Node::weight).toArray();
    if (mustSum.isPresent()) {
      double sum = java.util.Arrays.stream(weights).sorted().sum();
      if (Math.abs(sum - mustSum.getAsDouble()) > TOLERANCE * Math.abs(mustSum.getAsDouble())) {
        problems.add(
            "weights",
            0,
            "weights-do-not-sum",
            group.parent() + ": " + sum,
            "The weights below this node have to sum to " + mustSum.getAsDouble());
      }
    }
    return weights;
  }

  @Override
  public boolean looksAtScores() {
    return false;
  }
}
