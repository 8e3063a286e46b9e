package org.citylake.metrics.statistics.sensitivity;

import org.hipparchus.random.SobolSequenceGenerator;

/**
 * Points that fill the unit cube more evenly than random ones, the same each time. The first point
 * of the sequence, the origin, is left out; powers of two less one of points, or of two, are filled
 * best.
 *
 * <p>Source: Sobol' (1967); direction numbers of Joe, Kuo, Constructing Sobol sequences with better
 * two-dimensional projections, SIAM J. Sci. Comput. 30 (2008).
 */
public final class SobolPoints {
  private SobolPoints() {}

  /**
   * The first points after the origin, [point][dimension], in [0, 1).
   *
   * @param points at least 1
   * @param dimensions from 1 to 21201
   */
  public static double[][] of(int points, int dimensions) {
    if (points < 1 || dimensions < 1) {
      throw new IllegalArgumentException(
          "points and dimensions must be >= 1: %d, %d".formatted(points, dimensions));
    }
    SobolSequenceGenerator generator = new SobolSequenceGenerator(dimensions);
    // The origin.
    generator.nextVector();
    double[][] sequence = new double[points][];
    for (int i = 0; i < points; i++) {
      sequence[i] = generator.nextVector();
    }
    return sequence;
  }
}
