package org.citylake.entities.location;

/**
 * The shift from GCJ-02 to BD-09, as programs in common use compute it: in polar coordinates of the
 * degrees, with a ripple, and a fixed offset.
 */
final class BaiduShift {
  private static final double RIPPLE = Math.PI * 3000 / 180;
  private static final double EAST = 0.0065;
  private static final double NORTH = 0.006;

  private BaiduShift() {}

  /** The position in BD-09. */
  static Position shifted(Position gcj02) {
    double x = gcj02.longitude();
    double y = gcj02.latitude();
    double radius = Math.sqrt(x * x + y * y) + 0.00002 * Math.sin(y * RIPPLE);
    double angle = Math.atan2(y, x) + 0.000003 * Math.cos(x * RIPPLE);
    return new Position(radius * Math.cos(angle) + EAST, radius * Math.sin(angle) + NORTH);
  }
}
