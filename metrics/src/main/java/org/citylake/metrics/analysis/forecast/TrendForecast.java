package org.citylake.metrics.analysis.forecast;

import java.util.Optional;
import org.citylake.metrics.analysis.Digits;
import org.citylake.metrics.analysis.ValidRange;

/** Where the straight line from a first to a last figure leads. */
public final class TrendForecast {
  private TrendForecast() {}

  /**
   * The figure so many periods after the last.
   *
   * @param values in order without gaps
   * @param ahead periods after the last value, at least 1
   * @param period name of the period that is asked for
   * @return empty with fewer than four values, whose spread says nothing
   */
  public static Optional<ForecastPoint> at(
      double[] values, int ahead, String period, ValidRange range) {
    SimpleMethod drift = SimpleMethod.drift();
    if (values.length < drift.minimumTraining()) {
      return Optional.empty();
    }
    return drift
        .learn(values)
        .map(learnt -> learnt.predict(values, ahead))
        .map(prediction -> point(prediction, ahead - 1, period, range));
  }

  /** One step of a prediction with both intervals, in ten digits and within what is possible. */
  static ForecastPoint point(Prediction prediction, int step, String period, ValidRange range) {
    double near = prediction.reach(0.80);
    double far = prediction.reach(0.95);
    return new ForecastPoint(
        period,
        shown(prediction.value(step), range),
        shown(prediction.bound(step, -near), range),
        shown(prediction.bound(step, near), range),
        shown(prediction.bound(step, -far), range),
        shown(prediction.bound(step, far), range));
  }

  private static double shown(double value, ValidRange range) {
    return range.nearest(Digits.significant(value));
  }
}
