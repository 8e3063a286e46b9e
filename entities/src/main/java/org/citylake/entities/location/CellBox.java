package org.citylake.entities.location;

/** A box in the plane of longitude and latitude, in degrees. */
record CellBox(double minimumX, double minimumY, double maximumX, double maximumY) {
  /** Whether an edge meets the box; an edge that passes it within rounding may be said to. */
  boolean mayMeet(PolygonEdges edges, int edge) {
    double ax = edges.fromX(edge);
    double ay = edges.fromY(edge);
    double bx = edges.toX(edge);
    double by = edges.toY(edge);
    if (Math.max(ax, bx) < minimumX
        || Math.min(ax, bx) > maximumX
        || Math.max(ay, by) < minimumY
        || Math.min(ay, by) > maximumY) {
      return false;
    }
    double dx = bx - ax;
    double dy = by - ay;
    double lowerLeft = dx * (minimumY - ay) - dy * (minimumX - ax);
    double lowerRight = dx * (minimumY - ay) - dy * (maximumX - ax);
    double upperLeft = dx * (maximumY - ay) - dy * (minimumX - ax);
    double upperRight = dx * (maximumY - ay) - dy * (maximumX - ax);
    boolean allLeft = lowerLeft > 0 && lowerRight > 0 && upperLeft > 0 && upperRight > 0;
    boolean allRight = lowerLeft < 0 && lowerRight < 0 && upperLeft < 0 && upperRight < 0;
    return !allLeft && !allRight;
  }
}
