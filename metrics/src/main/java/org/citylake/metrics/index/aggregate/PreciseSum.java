package org.citylake.metrics.index.aggregate;

/**
 * A sum of doubles, as if computed with twice their precision and rounded once at the end.
 *
 * <p>Source: Ogita, Rump, Oishi, Accurate sum and dot product, SIAM J. Sci. Comput. 26 (2005),
 * algorithms 4.4 (Sum2) and 5.3 (Dot2); the product's error by fused multiply-add.
 */
final class PreciseSum {
  private double high;
  private double low;

  void add(double term) {
    double sum = high + term;
    double shift = sum - high;
    low += (high - (sum - shift)) + (term - shift);
    high = sum;
  }

  /** The sum, rounded. */
  double value() {
    return high + low;
  }

  /** What has to be added to come to that number. */
  double lacking(double number) {
    return (number - high) - low;
  }

  /** A number of twofold precision divided by this sum, rounded once. */
  double divides(double dividendHigh, double dividendLow) {
    double quotient = dividendHigh / high;
    double rest = Math.fma(-quotient, high, dividendHigh) + (dividendLow - quotient * low);
    return quotient + rest / high;
  }
}
