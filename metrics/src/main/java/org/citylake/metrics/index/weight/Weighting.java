package org.citylake.metrics.index.weight;

import java.util.Map;
import org.citylake.core.declaration.EditionDeclaration.Step;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.step.MethodTable;

/**
 * Says how much each node counts among its siblings. A further method is one more record here and
 * one more line in {@link #METHODS}.
 */
public sealed interface Weighting
    permits GivenWeights, EqualWeights, DataDrivenWeights, JudgedWeights {

  /** The methods by the names that editions give them. */
  MethodTable<Weighting> METHODS =
      new MethodTable<>(
          "weight",
          Map.of(
              "given", GivenWeights::of,
              "equal", p -> new EqualWeights(),
              "entropy", p -> DataDrivenWeights.ENTROPY,
              "critic", p -> DataDrivenWeights.CRITIC,
              "first-component", p -> DataDrivenWeights.FIRST_COMPONENT,
              "factor-analysis", p -> DataDrivenWeights.FACTOR_ANALYSIS,
              "ahp", JudgedWeights::of));

  /** What an edition has that names no method. */
  Step DEFAULT = new Step("given", Map.of());

  /**
   * Weights of one group of siblings, not yet normalised.
   *
   * @param group the siblings with their scores
   * @param problems takes what keeps the method from giving weights
   * @return as many weights as nodes, in the same order, each above zero
   */
  double[] apply(WeightedGroup group, Problems problems);

  /** Whether the weights hang on the scores; else they are the same whatever is drawn. */
  default boolean looksAtScores() {
    return true;
  }
}
