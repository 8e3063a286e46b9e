package org.citylake.ingestion.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;

/**
 * Makes polygons of the rings of a shapefile, which stand in any order: outer ones run clockwise,
 * holes the other way. Source: ESRI Shapefile Technical Description, July 1998, page 8.
 */
final class PolygonRings {
  private static final GeometryFactory JTS = new GeometryFactory();

  private PolygonRings() {}

  /**
   * The polygons, each hole in the smallest ring around it. When all rings run the wrong way, as
   * some programs write them, they are all outer ones.
   *
   * @throws ParseException when a hole lies in no outer ring
   */
  static Geometry polygons(List<LinearRing> rings) throws ParseException {
    List<LinearRing> outer = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (LinearRing ring : rings) {
      (Orientation.isCCWArea(ring.getCoordinates()) ? holes : outer).add(ring);
    }
    if (outer.isEmpty()) {
      outer.addAll(holes);
      holes.clear();
    }
    outer.sort(Comparator.comparingDouble(ring -> ring.getEnvelopeInternal().getArea()));
    Map<LinearRing, List<LinearRing>> inside = new LinkedHashMap<>();
    for (LinearRing hole : holes) {
      LinearRing around =
          around(hole, outer)
              .orElseThrow(() -> new ParseException("one of its holes lies in no outer ring"));
      inside.computeIfAbsent(around, ring -> new ArrayList<>()).add(hole);
    }
    return JTS.createMultiPolygon(
        rings.stream()
            .filter(outer::contains)
            .map(
                ring ->
                    JTS.createPolygon(
                        ring, inside.getOrDefault(ring, List.of()).toArray(LinearRing[]::new)))
            .toArray(Polygon[]::new));
  }

  private static Optional<LinearRing> around(LinearRing hole, List<LinearRing> smallestFirst) {
    return smallestFirst.stream()
        .filter(
            ring ->
                ring.getEnvelopeInternal().covers(hole.getEnvelopeInternal())
                    && PointLocation.isInRing(hole.getCoordinateN(0), ring.getCoordinates()))
        .findFirst();
  }
}
