package org.citylake.metrics.statistics.sensitivity;

import org.citylake.metrics.statistics.Values;

/**
 * The points at which a model has to be computed so that its variance can be shared out among its d
 * inputs: N points A, N others B, and for each input A with that input's column from B; N (d + 2)
 * in all.
 *
 * <p>Source: Saltelli, Annoni, Azzini, Campolongo, Ratto, Tarantola, Variance based sensitivity
 * analysis of model output, Computer Physics Communications 181 (2010).
 *
 * @param base N
 * @param inputs d
 * @param rows [N (d + 2)][d], in [0, 1): A, B, then A with column 1 of B, with column 2, ...
 */
public record SaltelliDesign(int base, int inputs, double[][] rows) {

  /** From a Sobol' sequence of 2 d dimensions. */
  public static SaltelliDesign sobol(int base, int inputs) {
    if (base < 2 || inputs < 1) {
      throw new IllegalArgumentException(
          "A design needs base >= 2 and inputs >= 1: %d, %d".formatted(base, inputs));
    }
    return of(SobolPoints.of(base, 2 * inputs));
  }

  /** From points of 2 d dimensions, the first d for A, the others for B. */
  public static SaltelliDesign of(double[][] points) {
    int dimensions = Values.requireMatrix(points);
    if (dimensions % 2 != 0) {
      throw new IllegalArgumentException("Points need an even dimension: " + dimensions);
    }
    int base = points.length;
    int inputs = dimensions / 2;
    double[][] rows = new double[base * (inputs + 2)][inputs];
    for (int i = 0; i < base; i++) {
      for (int j = 0; j < inputs; j++) {
        rows[i][j] = points[i][j];
        rows[base + i][j] = points[i][inputs + j];
        for (int changed = 0; changed < inputs; changed++) {
          rows[(2 + changed) * base + i][j] = points[i][changed == j ? inputs + j : j];
        }
      }
    }
    return new SaltelliDesign(base, inputs, rows);
  }
}
