package org.citylake.metrics.index.aggregate;

import java.util.List;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Rows.Block;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.StepParameters;
import org.citylake.metrics.statistics.multicriteria.OrderedWeightedAverage;

/**
 * The ordered weighted average (OWA): a unit's scores are sorted, the best first, and weighted by
 * position; which child a score is of does not matter.
 *
 * <p>Source: Yager, IEEE Trans. Syst. Man Cybern. 18 (1988).
 *
 * @param positionWeights weight of the best score, the second best and so on; empty for equal ones
 */
record OrderedMean(List<Double> positionWeights) implements Aggregation {
  OrderedMean {
    positionWeights = List.copyOf(positionWeights);
  }

  static Aggregation of(StepParameters parameters) {
    List<Double> weights = parameters.numbers("position-weights");
    if (weights.stream().anyMatch(w -> w < 0)
        || (!weights.isEmpty() && weights.stream().allMatch(w -> w == 0))) {
      parameters.problem("position-weights", weights, "have to be at least zero, one above it");
    }
    return new OrderedMean(weights);
  }

  @Override
  public void apply(
      Siblings siblings,
      Block block,
      boolean[] scored,
      Column.Builder result,
      Problems problems) {
    if (!positionWeights.isEmpty() && positionWeights.size() != siblings.size()) {
      problems.add(
          "weights",
          0,
          "position-weights",
          siblings.parent() + ": " + positionWeights.size(),
          "The node has " + siblings.size() + " children and needs as many position weights");
      return;
    }
    double[] weights = new double[siblings.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = positionWeights.isEmpty() ? 1 : positionWeights.get(i);
    }
    BlockMatrix matrix = BlockMatrix.of(siblings, block, scored, false);
    for (int unit = 0; unit < matrix.rows().size(); unit++) {
      result.set(
          matrix.rows().get(unit),
          OrderedWeightedAverage.of(matrix.values()[unit], matrix.present()[unit], weights),
          Status.COMPUTED);
    }
  }
}
