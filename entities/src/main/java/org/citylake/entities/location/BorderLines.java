package org.citylake.entities.location;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** The areas that borders enclose, whosever they are. */
final class BorderLines {
  private static final GeometryFactory JTS = new GeometryFactory();

  private BorderLines() {}

  /**
   * The areas into which the lines divide the plane at which the number of polygons over a place
   * changes: borders that two polygons share, one on each side, are none.
   *
   * @param notSimple polygons whose rings have no side that is always inside: their lines all count
   */
  static List<Polygon> faces(List<Boundary> boundaries, Set<BoundaryPolygon> notSimple) {
    Map<Segment, Integer> changes = new TreeMap<>();
    Map<Segment, Integer> ofNotSimple = new TreeMap<>();
    for (Boundary boundary : boundaries) {
      for (BoundaryPolygon polygon : boundary.polygons()) {
        for (int i = 0; i < polygon.ringCount(); i++) {
          add(
              BoundaryGeometry.closed(polygon.ring(i)),
              i == 0,
              notSimple.contains(polygon) ? ofNotSimple : changes);
        }
      }
    }
    Set<Segment> drawn = new TreeSet<>(ofNotSimple.keySet());
    changes.forEach(
        (segment, change) -> {
          if (change != 0) {
            drawn.add(segment);
          }
        });
    List<LineString> lines = drawn.stream().map(BorderLines::line).toList();
    if (lines.isEmpty()) {
      return List.of();
    }
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(
        OverlayNGRobust.union(JTS.createMultiLineString(lines.toArray(LineString[]::new))));
    List<Polygon> faces = new ArrayList<>();
    for (Object face : (Collection<?>) polygonizer.getPolygons()) {
      faces.add((Polygon) face);
    }
    return faces;
  }

  private static LineString line(Segment segment) {
    return JTS.createLineString(
        new Coordinate[] {
          new Coordinate(segment.ax(), segment.ay()), new Coordinate(segment.bx(), segment.by())
        });
  }

  /** Counts how many more polygons lie left of each segment than right of it. */
  private static void add(Coordinate[] ring, boolean outer, Map<Segment, Integer> changes) {
    boolean areaIsLeft = Area.ofRingSigned(ring) < 0 == outer;
    for (int i = 1; i < ring.length; i++) {
      Segment drawn =
          new Segment(ring[i - 1].getX(), ring[i - 1].getY(), ring[i].getX(), ring[i].getY(), 0);
      Segment segment = drawn.undirected();
      if (drawn.ax() != drawn.bx() || drawn.ay() != drawn.by()) {
        changes.merge(segment, segment.equals(drawn) == areaIsLeft ? 1 : -1, Integer::sum);
      }
    }
  }
}
