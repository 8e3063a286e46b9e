package org.citylake.entities.location;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Builds the grid of an index: quarters the plane down to its cells, and divides cells with many
 * edges again. Time and memory are bounded by the number of edges, however they lie.
 */
final class RegionIndexBuilder {
  /** Cells with more edges are divided. */
  private static final int FEW_EDGES = 6;

  /** How often a cell of the grid is divided at most. */
  private static final int DEEPEST = 3;

  private static final int SMALLEST_SIZE = 16;
  private static final int LARGEST_SIZE = 1024;
  private static final int CELLS_PER_EDGE = 64;

  /** How often an edge may stand in cells, on the average, and altogether in a small index. */
  private static final long COPIES_PER_EDGE = 12;

  private static final long COPIES = 1 << 20;

  /** A cell is at least as wide in the smallest steps of its coordinates. */
  private static final double STEPS_PER_CELL = 1 << 14;

  private final PolygonEdges edges;
  private final GridFrame frame;
  private final List<int[]> grids = new ArrayList<>();
  private final BorderCellsBuilder borders;
  private final long mostCopies;

  private RegionIndexBuilder(PolygonEdges edges) {
    this.edges = edges;
    this.mostCopies = COPIES + COPIES_PER_EDGE * edges.count();
    this.frame = edges.frame(size(edges.frame(1)));
    this.borders = new BorderCellsBuilder(edges);
  }

  static RegionIndex build(List<Boundary> boundaries) {
    PolygonEdges edges = PolygonEdges.of(boundaries);
    RegionIndexBuilder builder = new RegionIndexBuilder(edges);
    int size = builder.frame.size();
    int[] grid = new int[size * size];
    builder.grids.add(grid);
    builder.fill(grid, GridCell.whole(edges, builder.frame), 0, size, size, 0);
    return new RegionIndex(
        edges.keys(),
        builder.frame,
        builder.grids.stream().flatMapToInt(Arrays::stream).toArray(),
        builder.borders.build(),
        new RegionIndex.Poles(edges.firstRegionAtLatitude(90), edges.firstRegionAtLatitude(-90)));
  }

  /** Fills a square of a grid whose rows are {@code width} apart. */
  private void fill(int[] grid, GridCell cell, int place, int width, int size, int depth) {
    if (cell.edges().length == 0) {
      for (int row = 0; row < size; row++) {
        int from = place + row * width;
        Arrays.fill(grid, from, from + size, CellCode.of(cell.base()));
      }
    } else if (size > 1) {
      int half = size / 2;
      for (int i = 0; i < 4; i++) {
        int corner = place + (i / 2) * half * width + (i % 2) * half;
        fill(grid, cell.quarter(i), corner, width, half, depth);
      }
    } else if (cell.edges().length > FEW_EDGES && mayDivide(cell, depth)) {
      int[] parts = new int[RegionIndex.DIVISION * RegionIndex.DIVISION];
      grid[place] = CellCode.divided(placeOfNext());
      grids.add(parts);
      fill(parts, cell, 0, RegionIndex.DIVISION, RegionIndex.DIVISION, depth + 1);
    } else {
      grid[place] = CellCode.border(borders.add(cell));
    }
  }

  private int placeOfNext() {
    return frame.size() * frame.size()
        + (grids.size() - 1) * RegionIndex.DIVISION * RegionIndex.DIVISION;
  }

  private boolean mayDivide(GridCell cell, int depth) {
    return depth < DEEPEST
        && cell.isWiderThan(STEPS_PER_CELL * RegionIndex.DIVISION)
        && borders.edgeCount() + (long) RegionIndex.DIVISION * cell.edges().length < mostCopies;
  }

  private int size(GridFrame whole) {
    double width = whole.maximumX() - whole.minimumX();
    double height = whole.maximumY() - whole.minimumY();
    double length = 0;
    for (int i = 0; i < edges.count(); i++) {
      length += width > 0 ? Math.abs(edges.toX(i) - edges.fromX(i)) / width : 0;
      length += height > 0 ? Math.abs(edges.toY(i) - edges.fromY(i)) / height : 0;
    }
    int size = 1;
    while (size < LARGEST_SIZE
        && (size < SMALLEST_SIZE || 4L * size * size <= (long) CELLS_PER_EDGE * edges.count())
        && edges.count() + 2 * length * size <= mostCopies
        && whole.isWiderThan(2 * size * STEPS_PER_CELL)) {
      size *= 2;
    }
    return size;
  }
}
