package org.citylake.metrics.index.aggregate;

import org.citylake.metrics.index.step.StepParameters;

/**
 * How a node is aggregated, and how much of it has to be there.
 *
 * @param method the method
 * @param missing what a missing child does
 * @param minimumAvailable least share of the applicable weight that has a value, 0..1
 * @param minimumReported least share of the applicable weight that has a value which is not
 *     imputed, 0..1; a node with less is unscored, and so is all above it
 * @param minimumReportedLevel the level of nodes that must have it, 0 for the root; -1 for all
 */
public record NodeAggregation(
    Aggregation method,
    MissingRule missing,
    double minimumAvailable,
    double minimumReported,
    int minimumReportedLevel) {

  static NodeAggregation of(Aggregation method, StepParameters parameters) {
    return new NodeAggregation(
        method,
        MissingRule.of(parameters),
        parameters.number("minimum-available", 0, 0, 1),
        parameters.number("minimum-reported", 0, 0, 1),
        parameters.findNumber("minimum-reported-level").isPresent()
            ? parameters.count("minimum-reported-level", 0)
            : -1);
  }

  /** Least share that has to be reported at this level. */
  public double minimumReportedAt(int level) {
    return minimumReportedLevel < 0 || minimumReportedLevel == level ? minimumReported : 0;
  }

  /** Whether it looks at shares of weight at all. */
  public boolean needsShares() {
    return minimumAvailable > 0 || minimumReported > 0;
  }
}
