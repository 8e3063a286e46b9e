package org.citylake.entities.location;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A square of the grid while the index is built: the edges that may cross it, and the polygons that
 * its reference point is in.
 *
 * <p>The cell's box is wider than what the grid's arithmetic puts into the cell, by far more than
 * rounding can move a place: an edge that is not of the cell passes no place of it.
 */
final class GridCell {
  /** By which part of its width the box is wider on each side. */
  private static final double MARGIN = 1.0 / 1024;

  /** The margin in the smallest steps of the coordinates, where the cell has no width. */
  private static final double MARGIN_STEPS = 64;

  private static final double GOLDEN_RATIO = 0.6180339887498949;

  private final PolygonEdges all;
  private final GridFrame frame;
  private final double column;
  private final double row;
  private final double span;
  private final int[] edges;
  private final int[] inside;
  private final int base;
  private final double referenceX;
  private final double referenceY;

  private GridCell(
      PolygonEdges all,
      GridFrame frame,
      double column,
      double row,
      double span,
      int[] edges,
      int[] inside,
      int base,
      double referenceX,
      double referenceY) {
    this.all = all;
    this.frame = frame;
    this.column = column;
    this.row = row;
    this.span = span;
    this.edges = edges;
    this.inside = inside;
    this.base = base;
    this.referenceX = referenceX;
    this.referenceY = referenceY;
  }

  /** The square of the whole grid, with a reference point that is outside of everything. */
  static GridCell whole(PolygonEdges all, GridFrame frame) {
    return new GridCell(
        all,
        frame,
        0,
        0,
        frame.size(),
        all.all(),
        new int[0],
        RegionIndex.OUTSIDE,
        frame.minimumX() - 1,
        frame.minimumY() - 1);
  }

  /** Edges that may cross the cell, ascending. */
  int[] edges() {
    return edges;
  }

  /** The polygons with edges in the cell that the reference point is in, ascending. */
  int[] inside() {
    return inside;
  }

  /** The first region that has all of the cell without an edge in it, else OUTSIDE. */
  int base() {
    return base;
  }

  /** Whether the cell has at least so many of the smallest steps of coordinates each way. */
  boolean isWiderThan(double steps) {
    return frame.isWiderThan(steps * frame.size() / span);
  }

  double referenceX() {
    return referenceX;
  }

  double referenceY() {
    return referenceY;
  }

  /** A quarter of the cell: 0 and 1 are the lower row, 1 and 3 the right column. */
  GridCell quarter(int number) {
    double half = span / 2;
    double left = number % 2 == 0 ? column : column + half;
    double lower = number < 2 ? row : row + half;
    CellBox box = box(left, lower, half);
    int[] kept = IntStream.of(edges).filter(edge -> box.mayMeet(all, edge)).toArray();
    double[] reference = reference(box, kept);
    IntStream.Builder in = IntStream.builder();
    int covering = base;
    int at = 0;
    for (int from = 0; from < edges.length; ) {
      int polygon = all.polygons()[edges[from]];
      boolean contained = Arrays.binarySearch(inside, polygon) >= 0;
      boolean crossed = false;
      for (; from < edges.length && all.polygons()[edges[from]] == polygon; from++) {
        contained ^= isBetween(edges[from], reference);
        if (at < kept.length && kept[at] == edges[from]) {
          crossed = true;
          at++;
        }
      }
      if (contained && crossed) {
        in.add(polygon);
      } else if (contained && (covering < 0 || all.regions()[polygon] < covering)) {
        covering = all.regions()[polygon];
      }
    }
    return new GridCell(
        all,
        frame,
        left,
        lower,
        half,
        kept,
        in.build().toArray(),
        covering,
        reference[0],
        reference[1]);
  }

  /** Whether an edge is between this cell's reference point and another one. */
  private boolean isBetween(int edge, double[] other) {
    return Orientation.crosses(
        other[0],
        other[1],
        referenceX,
        referenceY,
        all.fromX(edge),
        all.fromY(edge),
        all.toX(edge),
        all.toY(edge));
  }

  private CellBox box(double left, double lower, double width) {
    double fromX = frame.xOf(left);
    double toX = frame.xOf(left + width);
    double fromY = frame.yOf(lower);
    double toY = frame.yOf(lower + width);
    double marginX = margin(fromX, toX);
    double marginY = margin(fromY, toY);
    return new CellBox(fromX - marginX, fromY - marginY, toX + marginX, toY + marginY);
  }

  private static double margin(double from, double to) {
    return Math.max(
        (to - from) * MARGIN, Math.ulp(Math.max(Math.abs(from), Math.abs(to))) * MARGIN_STEPS);
  }

  /**
   * A point in the box that is on no line of its edges. The points tried lie on a parabola, so that
   * a line has two of them at most.
   */
  private double[] reference(CellBox box, int[] kept) {
    for (int i = 0; i <= 2 * kept.length + 8; i++) {
      double t = 0.8 * ((i * GOLDEN_RATIO) % 1) - 0.37;
      double x = box.minimumX() + (box.maximumX() - box.minimumX()) * (0.5 + t);
      double y = box.minimumY() + (box.maximumY() - box.minimumY()) * (0.25 + t * t);
      if (IntStream.of(kept).noneMatch(edge -> isOnLine(edge, x, y))) {
        return new double[] {x, y};
      }
    }
    throw new IllegalStateException(
        "No point without a border in " + box + " with its " + kept.length + " edges");
  }

  private boolean isOnLine(int edge, double x, double y) {
    return Orientation.sign(all.fromX(edge), all.fromY(edge), all.toX(edge), all.toY(edge), x, y)
        == 0;
  }
}
