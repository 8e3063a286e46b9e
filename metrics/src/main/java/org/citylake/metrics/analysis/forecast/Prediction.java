package org.citylake.metrics.analysis.forecast;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * What a method expects of the next periods: a centre and a standard deviation for each, on the
 * scale on which the method works.
 */
final class Prediction {
  private final double[] centre;
  private final double[] deviation;
  private final int degreesOfFreedom;
  private final boolean logarithms;

  /**
   * A prediction.
   *
   * @param degreesOfFreedom by which the deviation was estimated, at least 1
   * @param logarithms whether the scale is that of logarithms
   */
  Prediction(double[] centre, double[] deviation, int degreesOfFreedom, boolean logarithms) {
    this.centre = centre;
    this.deviation = deviation;
    this.degreesOfFreedom = Math.max(1, degreesOfFreedom);
    this.logarithms = logarithms;
  }

  /** Periods that it reaches. */
  int length() {
    return centre.length;
  }

  /** The expected value so many periods ahead, from 0; the median where logarithms are taken. */
  double value(int step) {
    return back(centre[step]);
  }

  /** Half the width of an interval of that coverage in standard deviations, by Student's t. */
  double reach(double coverage) {
    return new TDistribution(degreesOfFreedom).inverseCumulativeProbability((1 + coverage) / 2);
  }

  /** The value that far below (negative) or above the centre. */
  double bound(int step, double deviations) {
    return back(centre[step] + deviations * deviation[step]);
  }

  private double back(double value) {
    return logarithms ? StrictMath.exp(value) : value;
  }
}
