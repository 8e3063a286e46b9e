package org.citylake.metrics.index.normalise;

import java.util.stream.IntStream;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.step.StepParameters;
import org.citylake.metrics.statistics.Moments;

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
    double[] values =
        IntStream.of(part).filter(variable.values()::has).mapToDouble(variable::oriented).toArray();
    Moments moments = Moments.of(values);
    double spread = moments.standardDeviation();
    for (int row : part) {
      if (variable.values().has(row)) {
        double score = (variable.oriented(row) - moments.mean()) / spread;
        result.set(row, score * deviation + mean, variable.values().status(row));
      }
    }
  }
}
