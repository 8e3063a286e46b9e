package org.citylake.entities.location;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the polygons of one geometry of GeoJSON, and says what is odd about it. */
final class PolygonReader {
  private static final double FARTHEST_LONGITUDE = 360;
  private static final double FARTHEST_LATITUDE = 90;
  private static final double HALF_TURN = 180;
  private static final int SMALLEST_RING = 3;

  private final List<BoundaryPolygon> polygons = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private @Nullable String problem;

  /** The polygons of a geometry and of those in it; the first problem ends the reading. */
  List<BoundaryPolygon> read(JsonNode geometry) {
    if (geometry.isMissingNode() || geometry.isNull()) {
      warnings.add(" has no geometry: it is left out");
      return polygons;
    }
    Set<String> without = new TreeSet<>();
    add(geometry, without);
    without.forEach(type -> warnings.add(" has a " + type + ", which has no area: it is left out"));
    return polygons;
  }

  /** What makes the geometry unusable; empty when nothing does. */
  Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  List<String> warnings() {
    return warnings;
  }

  private void add(JsonNode geometry, Set<String> without) {
    String type = geometry.path("type").asText();
    switch (type) {
      case "Polygon" -> polygon(geometry.path("coordinates"));
      case "MultiPolygon" -> geometry.path("coordinates").forEach(this::polygon);
      case "GeometryCollection" -> geometry.path("geometries").forEach(part -> add(part, without));
      case "Point", "MultiPoint", "LineString", "MultiLineString" -> without.add(type);
      default -> refuse(" has a geometry of no type of RFC 7946: '" + type + "'");
    }
  }

  private void polygon(JsonNode rings) {
    List<double[]> read = new ArrayList<>();
    if (!rings.isArray()) {
      refuse(" has a polygon without rings");
    }
    for (JsonNode positions : rings) {
      double[] ring = ring(positions);
      if (problem != null) {
        return;
      }
      warnOf(ring);
      if (ring.length >= 2 * SMALLEST_RING) {
        read.add(ring);
      }
    }
    if (!read.isEmpty()) {
      polygons.add(BoundaryPolygon.of(read));
    }
  }

  private double[] ring(JsonNode positions) {
    double[] ring = new double[2 * positions.size()];
    for (int i = 0; i < positions.size(); i++) {
      JsonNode position = positions.get(i);
      if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
        refuse(" has a vertex that is no longitude and latitude: " + position);
        break;
      }
      ring[2 * i] = position.get(0).doubleValue();
      ring[2 * i + 1] = position.get(1).doubleValue();
      if (!(Math.abs(ring[2 * i]) <= FARTHEST_LONGITUDE
          && Math.abs(ring[2 * i + 1]) <= FARTHEST_LATITUDE)) {
        refuse(
            " has a vertex that is on no place of the Earth, "
                + position
                + ": write longitude, then latitude, in degrees of WGS 84");
        break;
      }
    }
    return ring;
  }

  private void warnOf(double[] ring) {
    int last = ring.length - 2;
    if (ring.length < 2 * SMALLEST_RING) {
      warnings.add(" has a ring of " + ring.length / 2 + " vertices, without area: it is left out");
      return;
    }
    if (ring[0] != ring[last] || ring[1] != ring[last + 1]) {
      warnings.add(" has a ring that is not closed: it is closed by a straight line");
    }
    for (int i = 2; i < ring.length; i += 2) {
      double turn = Math.abs(ring[i] - ring[i - 2]);
      if (turn > HALF_TURN && turn < 2 * HALF_TURN) {
        warnings.add(
            " has an edge over more than 180 degrees of longitude; it is read as it is drawn, the"
                + " long way: cut polygons at the 180th meridian (RFC 7946, 3.1.9)");
        return;
      }
    }
  }

  private void refuse(String reason) {
    if (problem == null) {
      problem = reason;
    }
  }
}
