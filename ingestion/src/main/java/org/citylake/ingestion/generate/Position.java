package org.citylake.ingestion.generate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * A point on the ground in degrees, CGCS2000. The synthetic city is drawn schematically: a place
 * lies somewhere about the middle of its district, not where a real one of that name does.
 *
 * @param longitude degrees east
 * @param latitude degrees north
 */
record Position(double longitude, double latitude) {
  /** Half the side of a footprint, in degrees: about 20 metres. */
  private static final double HALF = 0.0002;

  /** A point within a reach of this one, in degrees. */
  Position near(Draw draw, double reach) {
    return new Position(
        longitude + reach * (2 * draw.unit("east") - 1),
        latitude + reach * (2 * draw.unit("north") - 1));
  }

  /** Degrees east with six decimals. */
  BigDecimal east() {
    return degrees(longitude);
  }

  /** Degrees north with six decimals. */
  BigDecimal north() {
    return degrees(latitude);
  }

  /** A square about it, in well-known text. */
  String footprint() {
    return "POLYGON(("
        + String.join(
            ",",
            corner(-HALF, -HALF),
            corner(HALF, -HALF),
            corner(HALF, HALF),
            corner(-HALF, HALF),
            corner(-HALF, -HALF))
        + "))";
  }

  /** A line through it from west to east, in well-known text. */
  String line() {
    return "LINESTRING(" + corner(-5 * HALF, 0) + "," + corner(5 * HALF, HALF) + ")";
  }

  private String corner(double east, double north) {
    return String.format(Locale.ROOT, "%.5f %.5f", longitude + east, latitude + north);
  }

  private static BigDecimal degrees(double value) {
    return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
  }
}
