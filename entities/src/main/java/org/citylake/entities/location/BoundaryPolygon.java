package org.citylake.entities.location;

import java.util.ArrayList;
import java.util.List;

/**
 * A polygon in the plane of longitude and latitude: what an odd number of its rings surround, and
 * the rings themselves (even-odd rule, so that neither order nor direction of rings matter). A ring
 * that is a single point is nothing.
 */
public final class BoundaryPolygon {
  private final List<double[]> rings;

  private BoundaryPolygon(List<double[]> rings) {
    this.rings = List.copyOf(rings);
  }

  /**
   * A polygon of rings.
   *
   * @param rings each with longitude and latitude of its vertices in turn, in degrees; whether the
   *     first vertex is repeated at the end makes no difference
   * @throws IllegalArgumentException when a ring has an odd number of values, or a value is not
   *     finite
   */
  public static BoundaryPolygon of(List<double[]> rings) {
    List<double[]> copies = new ArrayList<>();
    for (double[] ring : rings) {
      if (ring.length % 2 != 0) {
        throw new IllegalArgumentException(
            "A ring needs as many longitudes as latitudes: it has " + ring.length + " values");
      }
      for (double value : ring) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException("A vertex must be of finite numbers: " + value);
        }
      }
      copies.add(ring.clone());
    }
    return new BoundaryPolygon(copies);
  }

  int ringCount() {
    return rings.size();
  }

  /** The vertices of a ring; callers do not write to it. */
  double[] ring(int number) {
    return rings.get(number);
  }
}
