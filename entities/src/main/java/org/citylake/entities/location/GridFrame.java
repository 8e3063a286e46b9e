package org.citylake.entities.location;

import java.io.Serializable;

/**
 * The grid's place in the plane, as far as vertices reach.
 *
 * @param minimumX of all vertices
 * @param minimumY of all vertices
 * @param maximumX of all vertices
 * @param maximumY of all vertices
 * @param size number of columns, and of rows
 * @param columnsPerDegree so that every vertex is left of the end of the last column
 * @param rowsPerDegree likewise
 */
record GridFrame(
    double minimumX,
    double minimumY,
    double maximumX,
    double maximumY,
    int size,
    double columnsPerDegree,
    double rowsPerDegree)
    implements Serializable {
  /** Makes the last column and row reach beyond the last vertex. */
  private static final double ALMOST = 1 - 1e-9;

  static GridFrame of(double minX, double minY, double maxX, double maxY, int size) {
    return new GridFrame(
        minX, minY, maxX, maxY, size, scale(maxX - minX, size), scale(maxY - minY, size));
  }

  private static double scale(double extent, int size) {
    // Without extent everything is in the first column.
    return extent > 0 ? size / extent * ALMOST : 0;
  }

  boolean contains(double x, double y) {
    return x >= minimumX && x <= maximumX && y >= minimumY && y <= maximumY;
  }

  /** The column of a place inside, with its fraction. */
  double column(double x) {
    return (x - minimumX) * columnsPerDegree;
  }

  double row(double y) {
    return (y - minimumY) * rowsPerDegree;
  }

  /** Whether it has at least so many of the smallest steps of coordinates each way. */
  boolean isWiderThan(double steps) {
    return maximumX - minimumX > steps * Math.ulp(Math.max(Math.abs(minimumX), Math.abs(maximumX)))
        && maximumY - minimumY > steps * Math.ulp(Math.max(Math.abs(minimumY), Math.abs(maximumY)));
  }

  /** Where a column begins. */
  double xOf(double column) {
    return columnsPerDegree == 0 ? minimumX : minimumX + column / columnsPerDegree;
  }

  double yOf(double row) {
    return rowsPerDegree == 0 ? minimumY : minimumY + row / rowsPerDegree;
  }
}
