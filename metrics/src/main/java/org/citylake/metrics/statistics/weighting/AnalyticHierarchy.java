package org.citylake.metrics.statistics.weighting;

import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.FieldVector;

/**
 * Weights from judgements of pairs: entry [i][j] says how many times as important i is as j. The
 * weights are the principal eigenvector.
 *
 * <p>In: a square matrix of 1 to 15 rows, entries above zero, [j][i] the reciprocal of [i][j] to
 * within 1 %, as a written 0.33 stands for a third.
 *
 * <p>Source: Saaty, The Analytic Hierarchy Process (1980); OECD/JRC Handbook (2008), step 6.
 *
 * @param weights above 0, summing to 1
 * @param largestEigenvalue n where all judgements agree, else above
 * @param consistencyIndex {@code (λ - n) ÷ (n - 1)}, at least 0; 0 for one row
 * @param consistencyRatio the index over that of random judgements, at least 0; 0 up to two rows.
 *     Judgements are usually asked again above 0.1
 */
public record AnalyticHierarchy(
    double[] weights, double largestEigenvalue, double consistencyIndex, double consistencyRatio) {

  private static final double RECIPROCAL_TOLERANCE = 0.01;

  /** Saaty's mean index of random matrices of 1, 2, ... rows. */
  private static final double[] RANDOM_INDEX = {
    0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59
  };

  /**
   * Of a matrix of judgements.
   *
   * @throws UndefinedStatisticException out-of-domain if an entry is not above zero, not-reciprocal
   */
  public static AnalyticHierarchy of(double[][] judgements) {
    int size = Values.requireMatrix(judgements);
    Values.requireSameLength(judgements.length, size);
    if (size > RANDOM_INDEX.length) {
      throw new IllegalArgumentException(
          "Judgements compare at most %d parts: %d".formatted(RANDOM_INDEX.length, size));
    }
    requireReciprocal(judgements);
    EigenDecompositionNonSymmetric eigen =
        new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(judgements));
    int principal = 0;
    for (int i = 1; i < size; i++) {
      if (eigen.getEigenvalue(i).getRealPart() > eigen.getEigenvalue(principal).getRealPart()) {
        principal = i;
      }
    }
    // The principal eigenvector of a matrix above zero is real and of one sign, but for a factor.
    FieldVector<Complex> vector = eigen.getEigenvector(principal);
    double[] weights = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      weights[i] = vector.getEntry(i).norm();
      sum += weights[i];
    }
    for (int i = 0; i < size; i++) {
      weights[i] /= sum;
    }
    double largest = Math.max(size, eigen.getEigenvalue(principal).getRealPart());
    double index = size == 1 ? 0 : (largest - size) / (size - 1);
    double random = RANDOM_INDEX[size - 1];
    return new AnalyticHierarchy(weights, largest, index, random == 0 ? 0 : index / random);
  }

  private static void requireReciprocal(double[][] judgements) {
    for (int i = 0; i < judgements.length; i++) {
      for (int j = 0; j <= i; j++) {
        double here = judgements[i][j];
        double there = judgements[j][i];
        if (here <= 0 || there <= 0) {
          throw new UndefinedStatisticException(
              UndefinedStatisticException.OUT_OF_DOMAIN,
              "Judgements must be > 0: %s at [%d][%d], %s at [%d][%d]"
                  .formatted(here, i, j, there, j, i));
        }
        if (Math.abs(here * there - 1) > RECIPROCAL_TOLERANCE) {
          throw new UndefinedStatisticException(
              UndefinedStatisticException.NOT_RECIPROCAL,
              "Judgements must be each other's reciprocals: %s at [%d][%d], %s at [%d][%d]"
                  .formatted(here, i, j, there, j, i));
        }
      }
    }
  }
}
