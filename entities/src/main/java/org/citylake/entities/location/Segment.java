package org.citylake.entities.location;

import java.util.Comparator;

/**
 * A segment of borders.
 *
 * @param ax longitude where it begins
 * @param ay latitude where it begins
 * @param bx longitude where it ends
 * @param by latitude where it ends
 * @param repetition 0, then 1, 2, ... for each time that one polygon has it again
 */
record Segment(double ax, double ay, double bx, double by, int repetition)
    implements Comparable<Segment> {
  private static final Comparator<Segment> ORDER =
      Comparator.comparingDouble(Segment::ax)
          .thenComparingDouble(Segment::ay)
          .thenComparingDouble(Segment::bx)
          .thenComparingDouble(Segment::by)
          .thenComparingInt(Segment::repetition);

  /** An edge without its direction. */
  static Segment of(PolygonEdges edges, int edge) {
    return new Segment(edges.fromX(edge), edges.fromY(edge), edges.toX(edge), edges.toY(edge), 0)
        .undirected();
  }

  /** The segment from its end that comes first. */
  Segment undirected() {
    return ax < bx || (ax == bx && ay < by) ? this : reversed();
  }

  Segment reversed() {
    return new Segment(bx, by, ax, ay, repetition);
  }

  Segment next() {
    return new Segment(ax, ay, bx, by, repetition + 1);
  }

  /** 1 when a point is left of its line, -1 when right, 0 when on it. */
  int sideOf(double x, double y) {
    return Orientation.sign(ax, ay, bx, by, x, y);
  }

  @Override
  public int compareTo(Segment other) {
    return ORDER.compare(this, other);
  }
}
