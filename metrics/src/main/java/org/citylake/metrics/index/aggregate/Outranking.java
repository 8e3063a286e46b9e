package org.citylake.metrics.index.aggregate;

import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Rows.Block;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.statistics.multicriteria.OutrankingMatrix;

/**
 * Compares every two units of a period by the weight of the children in which the one is better.
 * Where a child's score is missing the two are compared by the others; the order of units changes
 * nothing.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6, multi-criteria;
 * Munda and Nardo (2009).
 */
enum Outranking implements Aggregation {
  /** How many units it beats, less how many beat it (Copeland). */
  COPELAND {
    @Override
    double[] scores(OutrankingMatrix matrix) {
      return matrix.copeland();
    }
  },
  /** Mean share of weight by which it is better than another, 0..1. */
  MEAN_SHARE {
    @Override
    double[] scores(OutrankingMatrix matrix) {
      int units = matrix.shares().length;
      double[] scores = new double[units];
      for (int i = 0; i < units; i++) {
        double sum = 0;
        for (int k = 0; k < units; k++) {
          sum += i == k ? 0 : matrix.shares()[i][k];
        }
        scores[i] = units == 1 ? 0.5 : sum / (units - 1);
      }
      return scores;
    }
  };

  abstract double[] scores(OutrankingMatrix matrix);

  @Override
  public void apply(
      Siblings siblings,
      Block block,
      boolean[] scored,
      Column.Builder result,
      Problems problems) {
    BlockMatrix matrix = BlockMatrix.of(siblings, block, scored, false);
    if (matrix.empty()) {
      return;
    }
    double[] weights = siblings.shares().stream().mapToDouble(Double::doubleValue).toArray();
    double[] scores = scores(OutrankingMatrix.of(matrix.values(), matrix.present(), weights));
    for (int unit = 0; unit < scores.length; unit++) {
      result.set(matrix.rows().get(unit), scores[unit], Status.COMPUTED);
    }
  }
}
