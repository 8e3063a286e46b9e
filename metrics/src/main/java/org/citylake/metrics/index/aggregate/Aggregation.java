package org.citylake.metrics.index.aggregate;

import java.util.List;
import java.util.Map;
import org.citylake.metrics.index.step.MethodTable;

/**
 * Makes one score of the scores of a node's children. A further method is one more record here and
 * one more line in {@link #METHODS}.
 */
public sealed interface Aggregation permits ArithmeticMean, GeometricMean {

  /** The methods by the names that editions give them. */
  MethodTable<Aggregation> METHODS =
      new MethodTable<>(
          "aggregate",
          Map.of("arithmetic-mean", ArithmeticMean::of, "geometric-mean", GeometricMean::of));

  /** What a missing child does to its parent. */
  MissingRule missing();

  /** Whether the method is defined for this value. */
  boolean accepts(double value);

  /**
   * One score of several.
   *
   * @param parts the children that have a score, at least one, ordered by code, so that the order
   *     of the tree does not show in the last digit
   */
  Aggregate apply(List<Part> parts);

  /**
   * A child that has a score.
   *
   * @param code the child's code
   * @param weight relative to its siblings, above zero
   * @param value the child's score, accepted by the method
   */
  record Part(String code, double weight, double value) {}

  /**
   * A score and what made it.
   *
   * @param score finite
   * @param contributions what each part adds, in the order of the parts
   */
  record Aggregate(double score, List<Double> contributions) {}
}
