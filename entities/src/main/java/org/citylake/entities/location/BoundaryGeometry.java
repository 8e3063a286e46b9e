package org.citylake.entities.location;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Boundaries as geometries of JTS, for what JTS does best. */
public final class BoundaryGeometry {
  private static final GeometryFactory JTS = new GeometryFactory();

  private BoundaryGeometry() {}

  /** The area of a boundary: a polygon for each of its polygons. */
  public static Geometry of(Boundary boundary) {
    return JTS.createMultiPolygon(
        boundary.polygons().stream().map(BoundaryGeometry::polygon).toArray(Polygon[]::new));
  }

  static Polygon polygon(BoundaryPolygon polygon) {
    List<LinearRing> rings = new ArrayList<>();
    for (int i = 0; i < polygon.ringCount(); i++) {
      rings.add(JTS.createLinearRing(closed(polygon.ring(i))));
    }
    return JTS.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  static Coordinate[] closed(double[] ring) {
    List<Coordinate> vertices = new ArrayList<>();
    for (int i = 0; i < ring.length; i += 2) {
      vertices.add(new Coordinate(ring[i], ring[i + 1]));
    }
    if (!vertices.get(0).equals2D(vertices.get(vertices.size() - 1))) {
      vertices.add(vertices.get(0).copy());
    }
    return vertices.toArray(Coordinate[]::new);
  }
}
