package org.citylake.metrics.index.normalise;

import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.step.StepParameters;

/**
 * Standardises to a mean and a standard deviation (of the sample, n − 1), mirrored where lower is
 * better. Needs two different values.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5, z-scores.
 *
 * @param mean mean of the result
 * @param deviation standard deviation of the result, above zero
 */
record ZScore(double mean, double deviation) implements Normalisation {

  static Normalisation of(StepParameters parameters) {
    return new ZScore(parameters.number("mean", 0), parameters.positive("deviation", 1));
  }

  @Override
  public void apply(Variable variable, int[] part, Column.Builder result) {
    Range range = Range.of(variable, part);
    if (range.empty() || !variable.requireDirection()) {
      return;
    }
    if (range.constant()) {
      variable.constant(part, range.least());
      return;
    }
    double average = 0;
    int count = 0;
    for (int row : part) {
      if (variable.values().has(row)) {
        count++;
        average += (variable.oriented(row) - average) / count;
      }
    }
    double squares = 0;
    for (int row : part) {
      if (variable.values().has(row)) {
        squares += Math.pow(variable.oriented(row) - average, 2);
      }
    }
    double spread = Math.sqrt(squares / (count - 1));
    if (!(spread > 0) || !Double.isFinite(spread)) {
      variable.constant(part, range.least());
      return;
    }
    for (int row : part) {
      if (variable.values().has(row)) {
        double score = (variable.oriented(row) - average) / spread;
        result.set(row, score * deviation + mean, variable.values().status(row));
      }
    }
  }
}
