package org.citylake.entities.location;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** What JTS says of the same boundaries: the first region one of whose polygons has a place. */
final class JtsRegions {
  private static final GeometryFactory JTS = new GeometryFactory();

  private final TreeMap<String, List<PointOnGeometryLocator>> locators = new TreeMap<>();

  JtsRegions(List<Boundary> boundaries) {
    for (Boundary boundary : boundaries) {
      List<PointOnGeometryLocator> own =
          locators.computeIfAbsent(boundary.key(), key -> new ArrayList<>());
      boundary.polygons().forEach(p -> own.add(new IndexedPointInAreaLocator(polygon(p))));
    }
  }

  String find(double x, double y) {
    Coordinate place = new Coordinate(x, y);
    for (String key : locators.keySet()) {
      for (PointOnGeometryLocator locator : locators.get(key)) {
        if (locator.locate(place) != Location.EXTERIOR) {
          return key;
        }
      }
    }
    return "";
  }

  static Geometry polygon(BoundaryPolygon polygon) {
    List<LinearRing> rings = new ArrayList<>();
    for (int i = 0; i < polygon.ringCount(); i++) {
      rings.add(ring(polygon.ring(i)));
    }
    return new Polygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new), JTS);
  }

  private static LinearRing ring(double[] values) {
    List<Coordinate> vertices = new ArrayList<>();
    for (int i = 0; i < values.length; i += 2) {
      vertices.add(new Coordinate(values[i], values[i + 1]));
    }
    if (!vertices.get(0).equals2D(vertices.get(vertices.size() - 1))) {
      vertices.add(vertices.get(0).copy());
    }
    return JTS.createLinearRing(vertices.toArray(Coordinate[]::new));
  }
}
