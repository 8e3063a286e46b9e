package org.citylake.metrics.index.aggregate;

/**
 * A sum of doubles and of products of doubles, as if computed with twice their precision and
 * rounded once at the end.
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

  void addProduct(double a, double b) {
    double product = a * b;
    low += Math.fma(a, b, -product);
    add(product);
  }

  /** The sum, rounded. */
  double value() {
    return high + low;
  }

  /** What has to be added to come to that number. */
  double lacking(double number) {
    return (number - high) - low;
  }

  /** This sum divided by another, rounded once. */
  double dividedBy(PreciseSum divisor) {
    double quotient = high / divisor.high;
    double rest = Math.fma(-quotient, divisor.high, high) + (low - quotient * divisor.low);
    return quotient + rest / divisor.high;
  }
}
