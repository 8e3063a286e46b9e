package org.citylake.entities.location;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/** What JTS says of the same boundaries: the first region one of whose polygons has a place. */
final class JtsRegions {
  private final TreeMap<String, List<PointOnGeometryLocator>> locators = new TreeMap<>();

  JtsRegions(List<Boundary> boundaries) {
    for (Boundary boundary : boundaries) {
      List<PointOnGeometryLocator> own =
          locators.computeIfAbsent(boundary.key(), key -> new ArrayList<>());
      boundary
          .polygons()
          .forEach(p -> own.add(new IndexedPointInAreaLocator(BoundaryGeometry.polygon(p))));
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
}
