package org.citylake.metrics.index.aggregate;

import java.util.Map;
import java.util.Optional;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Rows.Block;
import org.citylake.metrics.index.step.MethodTable;
import org.citylake.metrics.statistics.multicriteria.MazziottaPareto.Spread;

/**
 * Makes one score of the scores of a node's children. A further method is one more record here and
 * one more line in {@link #METHODS}.
 */
public sealed interface Aggregation
    permits ArithmeticMean,
        PowerMean,
        WeightedProduct,
        WeightedSum,
        Extreme,
        Outranking,
        IdealDistance,
        MostFavourable,
        UnevennessPenalty,
        OrderedMean {

  /** The methods by the names that editions give them. */
  MethodTable<NodeAggregation> METHODS =
      new MethodTable<>(
          "aggregate",
          Map.ofEntries(
              Map.entry("arithmetic-mean", p -> NodeAggregation.of(new ArithmeticMean(), p)),
              Map.entry("geometric-mean", p -> NodeAggregation.of(PowerMean.geometric(), p)),
              Map.entry("harmonic-mean", p -> NodeAggregation.of(PowerMean.harmonic(), p)),
              Map.entry("power-mean", p -> NodeAggregation.of(PowerMean.of(p), p)),
              Map.entry("weighted-product", p -> NodeAggregation.of(new WeightedProduct(), p)),
              Map.entry("weighted-sum", p -> NodeAggregation.of(new WeightedSum(), p)),
              Map.entry("minimum", p -> NodeAggregation.of(Extreme.MINIMUM, p)),
              Map.entry("maximum", p -> NodeAggregation.of(Extreme.MAXIMUM, p)),
              Map.entry("copeland", p -> NodeAggregation.of(Outranking.COPELAND, p)),
              Map.entry("outranking", p -> NodeAggregation.of(Outranking.MEAN_SHARE, p)),
              Map.entry("topsis", p -> NodeAggregation.of(IdealDistance.of(p), p)),
              Map.entry("benefit-of-the-doubt", p -> NodeAggregation.of(MostFavourable.of(p), p)),
              Map.entry("mpi", p -> NodeAggregation.of(UnevennessPenalty.of(Spread.SAMPLE, p), p)),
              Map.entry(
                  "ampi", p -> NodeAggregation.of(UnevennessPenalty.of(Spread.POPULATION, p), p)),
              Map.entry("owa", p -> NodeAggregation.of(OrderedMean.of(p), p))));

  /**
   * Scores the units of one period.
   *
   * @param siblings the children
   * @param block the period's rows
   * @param scored of each row of the block, whether it is to be scored; such a row has at least one
   *     child with a score
   * @param result takes the scores, with status {@code COMPUTED}
   * @param problems takes values that the method is not defined for
   */
  void apply(
      Siblings siblings, Block block, boolean[] scored, Column.Builder result, Problems problems);

  /**
   * What each child adds to the score of a row, so that the exact sum of all, rounded once, is the
   * score; of a geometric mean the terms of its logarithm. Empty where a method has no such terms.
   *
   * @param score the row's score
   * @return a term for each child, 0 for one without a score
   */
  default Optional<double[]> contributions(Siblings siblings, int row, double score) {
    return Optional.empty();
  }

  /** Whether the weights need not sum to one, as the method takes them as they are written. */
  default boolean takesWeightsAsWritten() {
    return false;
  }
}
