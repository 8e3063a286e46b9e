package org.citylake.metrics.index.aggregate;

import java.util.List;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Rows.Block;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.StepParameters;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.multicriteria.MazziottaPareto;
import org.citylake.metrics.statistics.multicriteria.MazziottaPareto.Penalty;
import org.citylake.metrics.statistics.multicriteria.MazziottaPareto.Spread;

/**
 * The Mazziotta–Pareto index: the plain mean of a unit's scores less a penalty for their being
 * uneven, {@code M − S²÷M}; all children count the same. Used on scores of mean 100 and deviation 10
 * (normalise: z-score) it is the MPI, on those of normalise: ampi the adjusted one.
 *
 * <p>Source: Mazziotta and Pareto, Social Indicators Research 127 (2016) and 136 (2018).
 *
 * @param penalty whether unevenness lowers or raises the index
 * @param spread how the spread is taken
 */
record UnevennessPenalty(Penalty penalty, Spread spread) implements Aggregation {

  static Aggregation of(Spread usual, StepParameters parameters) {
    boolean sample =
        parameters
            .choice(
                "spread",
                List.of("sample", "population"),
                usual == Spread.SAMPLE ? "sample" : "population")
            .equals("sample");
    return new UnevennessPenalty(
        parameters.choice("penalty", List.of("down", "up"), "down").equals("up")
            ? Penalty.UP
            : Penalty.DOWN,
        sample ? Spread.SAMPLE : Spread.POPULATION);
  }

  @Override
  public void apply(
      Siblings siblings,
      Block block,
      boolean[] scored,
      Column.Builder result,
      Problems problems) {
    BlockMatrix matrix = BlockMatrix.of(siblings, block, scored, false);
    for (int unit = 0; unit < matrix.rows().size(); unit++) {
      try {
        result.set(
            matrix.rows().get(unit),
            MazziottaPareto.index(
                matrix.values()[unit], matrix.present()[unit], penalty, spread),
            Status.COMPUTED);
      } catch (UndefinedStatisticException e) {
        problems.add(
            "panel",
            0,
            e.rule(),
            siblings.rows().name(matrix.rows().get(unit)) + " " + siblings.parent(),
            "Cannot aggregate: " + e.getMessage());
      }
    }
  }
}
