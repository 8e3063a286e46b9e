package org.citylake.cli.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.entities.location.Boundary;
import org.citylake.entities.location.BoundaryGeometry;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The peer: JTS's usual way to the region of a place, a tree of envelopes over prepared geometries.
 * Of several regions it takes the one whose key comes first, as ours does. Not safe for several
 * threads.
 */
final class JtsRegionIndex {
  static final int OUTSIDE = -1;

  private static final GeometryFactory JTS = new GeometryFactory();

  private final STRtree tree = new STRtree();
  private int found;

  JtsRegionIndex(List<Boundary> boundaries) {
    Map<String, List<Geometry>> byKey = new TreeMap<>();
    for (Boundary boundary : boundaries) {
      byKey
          .computeIfAbsent(boundary.key(), key -> new ArrayList<>())
          .add(BoundaryGeometry.of(boundary));
    }
    int region = 0;
    for (List<Geometry> areas : byKey.values()) {
      for (Geometry area : areas) {
        tree.insert(
            area.getEnvelopeInternal(),
            new PreparedRegion(region, PreparedGeometryFactory.prepare(area)));
      }
      region++;
    }
    tree.build();
  }

  private record PreparedRegion(int number, PreparedGeometry area) {}

  /** The number of the region, in the order of keys; OUTSIDE for none. */
  int regionAt(double longitude, double latitude) {
    Coordinate place = new Coordinate(longitude, latitude);
    Point point = JTS.createPoint(place);
    found = Integer.MAX_VALUE;
    tree.query(
        new Envelope(place),
        item -> {
          PreparedRegion region = (PreparedRegion) item;
          if (region.number() < found && region.area().covers(point)) {
            found = region.number();
          }
        });
    return found == Integer.MAX_VALUE ? OUTSIDE : found;
  }
}
