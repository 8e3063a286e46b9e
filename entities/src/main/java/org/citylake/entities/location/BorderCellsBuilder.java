package org.citylake.entities.location;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Gathers border cells; edges that several polygons share become one. */
final class BorderCellsBuilder {
  private final PolygonEdges all;
  private final IntStream.Builder blocks = IntStream.builder();
  private final LongStream.Builder references = LongStream.builder();
  private final DoubleStream.Builder referencePoints = DoubleStream.builder();
  private final IntStream.Builder regions = IntStream.builder();
  private final DoubleStream.Builder coordinates = DoubleStream.builder();
  private final LongStream.Builder polygons = LongStream.builder();
  private int blockCount;
  private int regionCount;
  private int edgeCount;

  BorderCellsBuilder(PolygonEdges all) {
    this.all = all;
  }

  int edgeCount() {
    return edgeCount;
  }

  /** Adds a cell; returns the number of its first block. */
  int add(GridCell cell) {
    int first = blockCount;
    int[] edges = cell.edges();
    for (int from = 0; from < edges.length; ) {
      int to = from;
      int in = 0;
      long reference = 0;
      int regionsBegin = regionCount;
      Map<Segment, Long> shared = new HashMap<>();
      for (; to < edges.length && in < Long.SIZE; in++) {
        int polygon = all.polygons()[edges[to]];
        long bit = 1L << in;
        reference |= Arrays.binarySearch(cell.inside(), polygon) >= 0 ? bit : 0;
        regions.add(all.regions()[polygon]);
        regionCount++;
        for (; to < edges.length && all.polygons()[edges[to]] == polygon; to++) {
          share(shared, Segment.of(all, edges[to]), bit);
        }
      }
      int edgesBegin = edgeCount;
      shared.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> add(entry.getKey(), entry.getValue(), cell));
      blocks.add(edgesBegin).add(edgeCount).add(regionsBegin).add(cell.base());
      blocks.add(to == edges.length ? 1 : 0);
      references.add(reference);
      referencePoints.add(cell.referenceX()).add(cell.referenceY());
      blockCount++;
      from = to;
    }
    return first;
  }

  /** Adds a polygon's bit to its segment; of a polygon's own repeated ones each stays apart. */
  private static void share(Map<Segment, Long> shared, Segment segment, long bit) {
    Segment free = segment;
    while ((shared.getOrDefault(free, 0L) & bit) != 0) {
      free = free.next();
    }
    shared.merge(free, bit, (before, more) -> before | more);
  }

  private void add(Segment segment, long bits, GridCell cell) {
    Segment directed =
        segment.sideOf(cell.referenceX(), cell.referenceY()) > 0 ? segment : segment.reversed();
    coordinates.add(directed.ax()).add(directed.ay()).add(directed.bx()).add(directed.by());
    polygons.add(bits);
    edgeCount++;
  }

  BorderCells build() {
    return new BorderCells(
        blocks.build().toArray(),
        references.build().toArray(),
        referencePoints.build().toArray(),
        regions.build().toArray(),
        coordinates.build().toArray(),
        polygons.build().toArray());
  }
}
