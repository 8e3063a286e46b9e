package org.citylake.metrics.index.aggregate;

import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Rows.Block;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.StepParameters;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.multicriteria.Topsis;

/**
 * TOPSIS: how near a unit is to the best of all children and how far from the worst, 0..1, among the
 * units of a period. A unit that lacks a child's score is unscored.
 *
 * <p>Source: Hwang and Yoon, Multiple Attribute Decision Making (1981).
 *
 * @param scaling what is done to the scores first
 */
record IdealDistance(Topsis.Scaling scaling) implements Aggregation {

  static Aggregation of(StepParameters parameters) {
    return new IdealDistance(
        parameters.flag("vector-normalise", false)
            ? Topsis.Scaling.VECTOR
            : Topsis.Scaling.NONE);
  }

  @Override
  public void apply(
      Siblings siblings,
      Block block,
      boolean[] scored,
      Column.Builder result,
      Problems problems) {
    BlockMatrix matrix = BlockMatrix.of(siblings, block, scored, true);
    if (matrix.empty()) {
      return;
    }
    double[] weights = siblings.shares().stream().mapToDouble(Double::doubleValue).toArray();
    try {
      double[] scores = Topsis.scores(matrix.values(), weights, scaling);
      for (int unit = 0; unit < scores.length; unit++) {
        result.set(matrix.rows().get(unit), scores[unit], Status.COMPUTED);
      }
    } catch (UndefinedStatisticException e) {
      BlockMatrix.report(siblings, block, e, problems);
    }
  }
}
