package org.citylake.entities.location;

import java.math.BigDecimal;

/**
 * On which side of a line a point lies, without error for any finite coordinates.
 *
 * <p>A quick sum decides unless it might be wrong by its own rounding. Source of the bound:
 * Shewchuk, Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates, 1997
 * (ccwerrboundA).
 */
final class Orientation {
  /** Of the sum of both products, the most by which rounding can have changed their difference. */
  static final double ROUNDING = 3.330669073875472e-16;

  /** Products that are smaller may have lost digits below the smallest doubles. */
  static final double UNDERFLOW = 1e-290;

  private Orientation() {}

  /** 1 when p lies left of the line from a to b, -1 when it lies right, 0 when it lies on it. */
  static int sign(double ax, double ay, double bx, double by, double px, double py) {
    double left = (ax - px) * (by - py);
    double right = (ay - py) * (bx - px);
    double difference = left - right;
    double doubt = (Math.abs(left) + Math.abs(right)) * ROUNDING + UNDERFLOW;
    if (difference > doubt) {
      return 1;
    }
    return difference < -doubt ? -1 : exactSign(ax, ay, bx, by, px, py);
  }

  /** The same, decided without rounding. */
  static int exactSign(double ax, double ay, double bx, double by, double px, double py) {
    double dax = ax - px;
    double day = ay - py;
    double dbx = bx - px;
    double dby = by - py;
    if (exact(ax, px, dax) && exact(ay, py, day) && exact(bx, px, dbx) && exact(by, py, dby)) {
      double left = dax * dby;
      double right = day * dbx;
      if (whole(left, dax, dby) && whole(right, day, dbx)) {
        // Rounding keeps order, so only equal products have to be compared by what it cut off.
        return left == right
            ? (int) Math.signum(Math.fma(dax, dby, -left) - Math.fma(day, dbx, -right))
            : Double.compare(left, right);
      }
    }
    return decimalSign(ax, ay, bx, by, px, py);
  }

  /** Whether a difference of two doubles is one: Knuth's two-sum leaves nothing over. */
  private static boolean exact(double from, double subtracted, double difference) {
    double virtual = from - difference;
    double round = virtual - subtracted;
    double back = from - (difference + virtual);
    return round + back == 0;
  }

  /** Whether what rounding cut off a product is a double itself. */
  private static boolean whole(double product, double first, double second) {
    return Math.abs(product) > UNDERFLOW || first == 0 || second == 0;
  }

  private static int decimalSign(double ax, double ay, double bx, double by, double px, double py) {
    BigDecimal x = new BigDecimal(px);
    BigDecimal y = new BigDecimal(py);
    BigDecimal left = new BigDecimal(ax).subtract(x).multiply(new BigDecimal(by).subtract(y));
    BigDecimal right = new BigDecimal(ay).subtract(y).multiply(new BigDecimal(bx).subtract(x));
    return left.compareTo(right);
  }

  /**
   * Whether the way from p to r crosses the edge from a to b, neither p nor r being on it. A vertex
   * on the line of p and r counts as right of it, so that a way through a vertex of a ring crosses
   * as many of its edges as a way beside the vertex.
   */
  static boolean crosses(
      double px, double py, double rx, double ry, double ax, double ay, double bx, double by) {
    return sign(ax, ay, bx, by, px, py) * sign(ax, ay, bx, by, rx, ry) < 0
        && separates(px, py, rx, ry, ax, ay, bx, by);
  }

  /** Whether a lies left of the line from p to r and b does not, or the other way round. */
  static boolean separates(
      double px, double py, double rx, double ry, double ax, double ay, double bx, double by) {
    return sign(px, py, rx, ry, ax, ay) > 0 != sign(px, py, rx, ry, bx, by) > 0;
  }

  /** Whether a point that lies on the line of a and b lies between them. */
  static boolean between(double ax, double ay, double bx, double by, double px, double py) {
    return px >= Math.min(ax, bx)
        && px <= Math.max(ax, bx)
        && py >= Math.min(ay, by)
        && py <= Math.max(ay, by);
  }
}
