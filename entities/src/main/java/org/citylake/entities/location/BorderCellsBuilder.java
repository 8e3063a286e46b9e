package org.citylake.entities.location;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Gathers border cells; edges that several polygons share become one. */
final class BorderCellsBuilder {
  private final PolygonEdges all;
  private final LongStream.Builder numbers = LongStream.builder();
  private int size;
  private long edgeCount;
  private long edgePairs;

  BorderCellsBuilder(PolygonEdges all) {
    this.all = all;
  }

  long edgeCount() {
    return edgeCount;
  }

  /** Adds a cell; returns where its first block begins. */
  int add(GridCell cell) {
    int first = size;
    int[] edges = cell.edges();
    for (int from = 0; from < edges.length; ) {
      int to = from;
      int in = 0;
      long reference = 0;
      LongStream.Builder regions = LongStream.builder();
      Map<Segment, Long> shared = new TreeMap<>();
      for (; to < edges.length && in < Long.SIZE; in++) {
        int polygon = all.polygons()[edges[to]];
        long bit = 1L << in;
        reference |= Arrays.binarySearch(cell.inside(), polygon) >= 0 ? bit : 0;
        regions.add(all.regions()[polygon]);
        for (; to < edges.length && all.polygons()[edges[to]] == polygon; to++) {
          share(shared, Segment.of(all, edges[to]), bit);
        }
      }
      int next = size + BorderCells.HEADER + BorderCells.EDGE * shared.size() + in;
      add(reference);
      add(cell.referenceX());
      add(cell.referenceY());
      add(shared.size());
      add(cell.base());
      add(to == edges.length ? 0 : next);
      shared.forEach((segment, bits) -> add(segment, bits, cell));
      regions.build().forEach(this::add);
      edgeCount += shared.size();
      edgePairs += (long) shared.size() * shared.size();
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
    add(directed.ax());
    add(directed.ay());
    add(directed.bx());
    add(directed.by());
    add(bits);
  }

  private void add(double coordinate) {
    add(Double.doubleToRawLongBits(coordinate));
  }

  private void add(long number) {
    numbers.add(number);
    size = Math.addExact(size, 1);
  }

  BorderCells build() {
    return new BorderCells(numbers.build().toArray(), edgePairs);
  }
}
