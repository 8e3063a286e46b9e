package org.citylake.entities.location;

/**
 * The shift from WGS 84 to GCJ-02, as programs in common use compute it: a sum of sines, in metres
 * on the ellipsoid of Krasovsky.
 */
final class ChinaShift {
  private static final double SEMI_MAJOR_AXIS = 6378245.0;
  private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;
  private static final double CENTRE_LONGITUDE = 105;
  private static final double CENTRE_LATITUDE = 35;
  private static final double WEST = 72.004;
  private static final double EAST = 137.8347;
  private static final double SOUTH = 0.8293;
  private static final double NORTH = 55.8271;

  private ChinaShift() {}

  /** Whether a position lies in the box around China in which those programs shift. */
  static boolean isShifted(Position position) {
    return position.longitude() >= WEST
        && position.longitude() <= EAST
        && position.latitude() >= SOUTH
        && position.latitude() <= NORTH;
  }

  /** The position in GCJ-02. */
  static Position shifted(Position wgs84) {
    double x = wgs84.longitude() - CENTRE_LONGITUDE;
    double y = wgs84.latitude() - CENTRE_LATITUDE;
    double latitude = Math.toRadians(wgs84.latitude());
    double sine = Math.sin(latitude);
    double flattening = 1 - ECCENTRICITY_SQUARED * sine * sine;
    double meridian =
        SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / (flattening * Math.sqrt(flattening));
    double parallel = SEMI_MAJOR_AXIS / Math.sqrt(flattening) * Math.cos(latitude);
    return wgs84.plus(
        Math.toDegrees(metresEast(x, y) / parallel), Math.toDegrees(metresNorth(x, y) / meridian));
  }

  private static double metresEast(double x, double y) {
    return 300
        + x
        + 2 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * Math.sqrt(Math.abs(x))
        + (20 * wave(6 * x) + 20 * wave(2 * x)) * 2 / 3
        + (20 * wave(x) + 40 * wave(x / 3)) * 2 / 3
        + (150 * wave(x / 12) + 300 * wave(x / 30)) * 2 / 3;
  }

  private static double metresNorth(double x, double y) {
    return -100
        + 2 * x
        + 3 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * Math.sqrt(Math.abs(x))
        + (20 * wave(6 * x) + 20 * wave(2 * x)) * 2 / 3
        + (20 * wave(y) + 40 * wave(y / 3)) * 2 / 3
        + (160 * wave(y / 12) + 320 * wave(y / 30)) * 2 / 3;
  }

  private static double wave(double halfTurns) {
    return Math.sin(halfTurns * Math.PI);
  }
}
