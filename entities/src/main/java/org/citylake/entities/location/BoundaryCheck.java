package org.citylake.entities.location;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.citylake.core.problem.ShownText;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Looks for what is odd about boundaries: borders that cross themselves, areas that several regions
 * have, areas between regions that none has. Places are found all the same, by the rules of {@link
 * RegionIndex}.
 */
public final class BoundaryCheck {
  /** Above it the work is not bounded by the number of edges any more. */
  private static final long MOST_EDGE_PAIRS = 20_000_000;

  /** Areas that are thinner come from rounding of vertices; in degrees, about a decimetre. */
  private static final double THINNEST = 1e-6;

  private static final int MOST_TOLD = 10;
  private static final double KILOMETRES_PER_DEGREE = 111.2;

  private final List<Boundary> boundaries;
  private final STRtree polygons = new STRtree();
  private final List<String> crossing = new ArrayList<>();
  private final Set<BoundaryPolygon> notSimple = new HashSet<>();

  private BoundaryCheck(List<Boundary> boundaries) {
    this.boundaries = boundaries;
  }

  /**
   * A polygon of a region.
   *
   * @param key of the region
   * @param locator says what lies in the polygon
   */
  private record RegionPart(String key, IndexedPointInAreaLocator locator) {}

  /**
   * What is odd, a sentence each: of each kind the ten largest, and how many more there are.
   *
   * @param index of the same boundaries
   */
  public static List<String> warnings(List<Boundary> boundaries, RegionIndex index) {
    if (index.edgePairs() > MOST_EDGE_PAIRS) {
      return List.of(
          "The borders lie so close to each other that gaps and overlaps were not looked for");
    }
    return new BoundaryCheck(boundaries).warnings();
  }

  private List<String> warnings() {
    for (Boundary boundary : boundaries) {
      for (BoundaryPolygon polygon : boundary.polygons()) {
        Polygon area = BoundaryGeometry.polygon(polygon);
        tellCrossing(boundary.key(), polygon, area);
        polygons.insert(
            area.getEnvelopeInternal(),
            new RegionPart(boundary.key(), new IndexedPointInAreaLocator(area)));
      }
    }
    List<Polygon> faces =
        BorderLines.faces(boundaries, notSimple).stream()
            .filter(face -> 2 * face.getArea() / face.getLength() > THINNEST)
            .sorted(Comparator.comparingDouble(Polygon::getArea).reversed())
            .toList();
    List<String> overlaps = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    for (Polygon face : faces) {
      Coordinate place = face.getInteriorPoint().getCoordinate();
      List<String> keys = keysAt(place);
      if (keys.isEmpty()) {
        gaps.add("No region has an area between regions, " + shown(face, place));
      } else if (keys.size() > 1) {
        overlaps.add(
            "Regions "
                + String.join(" and ", keys.stream().map(BoundaryCheck::quoted).toList())
                + " overlap, "
                + shown(face, place)
                + ", which "
                + quoted(keys.get(0))
                + " gets");
      }
    }
    List<String> all = new ArrayList<>();
    addLargest(all, crossing, "borders that cross themselves");
    addLargest(all, overlaps, "overlaps");
    addLargest(all, gaps, "gaps");
    return all;
  }

  private void tellCrossing(String key, BoundaryPolygon polygon, Polygon area) {
    TopologyValidationError error = new IsValidOp(area).getValidationError();
    if (error != null) {
      notSimple.add(polygon);
      crossing.add(
          "The border of region "
              + quoted(key)
              + " is not simple near "
              + shown(error.getCoordinate())
              + " ("
              + error.getMessage()
              + "): what its rings surround an odd number of times is inside");
    }
  }

  /**
   * The regions that have the area around a place. Each of those that share a border there has a
   * part of the area; they overlap only what lies over the border. A border of one region alone is
   * within rounding of the area's edge.
   */
  private List<String> keysAt(Coordinate place) {
    Set<String> inside = new TreeSet<>();
    Set<String> onBorder = new TreeSet<>();
    polygons.query(
        new Envelope(place),
        item -> {
          RegionPart part = (RegionPart) item;
          switch (part.locator().locate(place)) {
            case Location.INTERIOR -> inside.add(part.key());
            case Location.BOUNDARY -> onBorder.add(part.key());
            default -> {}
          }
        });
    if (inside.isEmpty()) {
      return onBorder.stream().limit(1).toList();
    }
    if (onBorder.size() > 1) {
      inside.addAll(onBorder);
    }
    return List.copyOf(inside);
  }

  private static void addLargest(List<String> all, List<String> found, String what) {
    all.addAll(found.subList(0, Math.min(MOST_TOLD, found.size())));
    if (found.size() > MOST_TOLD) {
      all.add("And " + (found.size() - MOST_TOLD) + " more " + what);
    }
  }

  private static String shown(Polygon face, Coordinate place) {
    double squareKilometres =
        face.getArea()
            * KILOMETRES_PER_DEGREE
            * KILOMETRES_PER_DEGREE
            * Math.cos(Math.toRadians(place.getY()));
    return String.format(Locale.ROOT, "about %.3g km² around ", squareKilometres) + shown(place);
  }

  private static String shown(Coordinate place) {
    return String.format(Locale.ROOT, "%.6f %.6f", place.getX(), place.getY());
  }

  private static String quoted(String key) {
    return "'" + ShownText.of(key) + "'";
  }
}
