package org.citylake.entities.location;

import java.util.Arrays;
import java.util.List;

/** Boundaries of tests, from numbers. */
final class Shapes {
  private Shapes() {}

  static double[] ring(double... values) {
    return values;
  }

  static double[] box(double west, double south, double east, double north) {
    return ring(west, south, east, south, east, north, west, north);
  }

  static Boundary region(String key, double[]... rings) {
    return Boundary.always(key, List.of(BoundaryPolygon.of(Arrays.asList(rings))));
  }

  static RegionIndex index(Boundary... boundaries) {
    return RegionIndex.of(Arrays.asList(boundaries));
  }
}
