package org.citylake.entities.location;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The edges of all polygons, by number: first those of the region whose key comes first.
 *
 * @param keys of the regions, ascending
 * @param regions the region of each polygon, ascending
 * @param polygons the polygon of each edge, ascending
 * @param coordinates four for each edge: where it begins and ends
 */
@SuppressWarnings("ArrayRecordComponent")
record PolygonEdges(String[] keys, int[] regions, int[] polygons, double[] coordinates) {
  private static final double FARTHEST_LONGITUDE = 360;
  private static final double FARTHEST_LATITUDE = 90;

  static PolygonEdges of(List<Boundary> boundaries) {
    Map<String, List<BoundaryPolygon>> byKey = new TreeMap<>();
    for (Boundary boundary : boundaries) {
      byKey.computeIfAbsent(boundary.key(), key -> new ArrayList<>()).addAll(boundary.polygons());
    }
    IntStream.Builder regions = IntStream.builder();
    IntStream.Builder polygons = IntStream.builder();
    DoubleStream.Builder coordinates = DoubleStream.builder();
    int region = 0;
    int polygon = 0;
    for (List<BoundaryPolygon> parts : byKey.values()) {
      for (BoundaryPolygon part : parts) {
        regions.add(region);
        for (int i = 0; i < part.ringCount(); i++) {
          add(part.ring(i), polygon, polygons, coordinates);
        }
        polygon++;
      }
      region++;
    }
    return new PolygonEdges(
        byKey.keySet().toArray(String[]::new),
        regions.build().toArray(),
        polygons.build().toArray(),
        coordinates.build().toArray());
  }

  private static void add(
      double[] ring, int polygon, IntStream.Builder polygons, DoubleStream.Builder coordinates) {
    int last = ring.length - 2;
    for (int i = 0; i < ring.length; i += 2) {
      double x = ring[i];
      double y = ring[i + 1];
      if (Math.abs(x) > FARTHEST_LONGITUDE || Math.abs(y) > FARTHEST_LATITUDE) {
        throw new IllegalArgumentException(
            "A vertex must have a longitude of at most 360 and a latitude of at most 90 degrees: "
                + x
                + " "
                + y);
      }
      if (x != ring[last] || y != ring[last + 1]) {
        polygons.add(polygon);
        coordinates.add(ring[last]).add(ring[last + 1]).add(x).add(y);
      }
      last = i;
    }
  }

  int count() {
    return polygons.length;
  }

  double fromX(int edge) {
    return coordinates[4 * edge];
  }

  double fromY(int edge) {
    return coordinates[4 * edge + 1];
  }

  double toX(int edge) {
    return coordinates[4 * edge + 2];
  }

  double toY(int edge) {
    return coordinates[4 * edge + 3];
  }

  int region(int edge) {
    return regions[polygons[edge]];
  }

  /** The grid over all edges; one without extent where there are none. */
  GridFrame frame(int size) {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int edge = 0; edge < count(); edge++) {
      minX = Math.min(minX, fromX(edge));
      minY = Math.min(minY, fromY(edge));
      maxX = Math.max(maxX, fromX(edge));
      maxY = Math.max(maxY, fromY(edge));
    }
    return GridFrame.of(minX, minY, maxX, maxY, size);
  }

  /** The first region with a vertex at a latitude. */
  int firstRegionAtLatitude(double latitude) {
    return IntStream.range(0, count())
        .filter(edge -> fromY(edge) == latitude)
        .map(this::region)
        .findFirst()
        .orElse(RegionIndex.OUTSIDE);
  }

  int[] all() {
    return IntStream.range(0, count()).toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PolygonEdges edges
        && Arrays.equals(keys, edges.keys)
        && Arrays.equals(regions, edges.regions)
        && Arrays.equals(polygons, edges.polygons)
        && Arrays.equals(coordinates, edges.coordinates);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(coordinates);
  }
}
