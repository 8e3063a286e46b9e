package org.citylake.metrics.index.aggregate;

import java.util.Arrays;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Rows.Block;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.StepParameters;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.multicriteria.BenefitOfTheDoubt;

/**
 * Benefit of the doubt: each unit by the weights that favour it most, 0..1 times a scale, among the
 * units of a period; the edition's weights are not used. A unit that lacks a child's score is
 * unscored.
 *
 * <p>Source: Cherchye, Moesen, Rogge, Van Puyenbroeck, Social Indicators Research 82 (2007).
 *
 * @param least least share that each child has in a unit's score, 0..1
 * @param greatest greatest share
 * @param scale what the score is multiplied by
 */
record MostFavourable(double least, double greatest, double scale) implements Aggregation {

  static Aggregation of(StepParameters parameters) {
    double least = parameters.number("least-share", 0, 0, 1);
    double greatest = parameters.number("greatest-share", 1, 0, 1);
    if (greatest < least) {
      parameters.problem("greatest-share", greatest, "has to be at least 'least-share'");
    }
    return new MostFavourable(least, greatest, parameters.positive("scale", 1));
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
    try {
      double[] scores = scores(matrix.values(), siblings.size());
      for (int unit = 0; unit < scores.length; unit++) {
        result.set(matrix.rows().get(unit), scale * scores[unit], Status.COMPUTED);
      }
    } catch (UndefinedStatisticException e) {
      BlockMatrix.report(siblings, block, e, problems);
    }
  }

  private double[] scores(double[][] values, int children) {
    if (least == 0 && greatest == 1) {
      return BenefitOfTheDoubt.of(values).scores();
    }
    double[] lower = new double[children];
    double[] upper = new double[children];
    Arrays.fill(lower, least);
    Arrays.fill(upper, greatest);
    return BenefitOfTheDoubt.of(values, lower, upper).scores();
  }
}
