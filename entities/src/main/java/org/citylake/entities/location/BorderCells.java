package org.citylake.entities.location;

import java.io.Serializable;

/**
 * The cells that borders cross. A cell has blocks of up to 64 polygons, ascending by region, with a
 * bit for each. A block lies in one piece, as a search is as fast as memory is: a header of {@link
 * #HEADER} numbers, five for each edge, and the region of each polygon.
 *
 * <p>Header: the polygons that the cell's reference point is in; the point's longitude and
 * latitude; how many edges there are; the first region that has all of the cell; where the cell's
 * next block begins, 0 after the last. Edge: four coordinates, so directed that the reference point
 * is to its left, and the polygons whose edge it is. Coordinates are the bits of doubles.
 */
final class BorderCells implements Serializable {
  private static final long serialVersionUID = 1L;

  static final int HEADER = 6;
  static final int EDGE = 5;

  private final long[] numbers;
  private final long edgePairs;

  /**
   * The cells as a builder has them.
   *
   * @param numbers the blocks one after the other
   * @param edgePairs how many pairs of edges stand in the same block, over all blocks
   */
  BorderCells(long[] numbers, long edgePairs) {
    this.numbers = numbers;
    this.edgePairs = edgePairs;
  }

  long edgePairs() {
    return edgePairs;
  }

  /** The first region that has a place in the cell whose first block begins there. */
  int regionAt(int firstBlock, double x, double y) {
    int block = firstBlock;
    while (true) {
      int base = (int) numbers[block + 4];
      long found = polygonsAt(block, x, y);
      if (found != 0) {
        int regions = block + HEADER + EDGE * (int) numbers[block + 3];
        int region = (int) numbers[regions + Long.numberOfTrailingZeros(found)];
        return base == RegionIndex.OUTSIDE ? region : Math.min(base, region);
      }
      block = (int) numbers[block + 5];
      if (block == 0) {
        return base;
      }
    }
  }

  private long polygonsAt(int block, double px, double py) {
    long inside = numbers[block];
    long onBorder = 0;
    int end = block + HEADER + EDGE * (int) numbers[block + 3];
    for (int edge = block + HEADER; edge < end; edge += EDGE) {
      double ax = Double.longBitsToDouble(numbers[edge]);
      double ay = Double.longBitsToDouble(numbers[edge + 1]);
      double bx = Double.longBitsToDouble(numbers[edge + 2]);
      double by = Double.longBitsToDouble(numbers[edge + 3]);
      double left = (ax - px) * (by - py);
      double right = (ay - py) * (bx - px);
      double doubt =
          (Math.abs(left) + Math.abs(right)) * Orientation.ROUNDING + Orientation.UNDERFLOW;
      double difference = left - right;
      if (difference > doubt) {
        continue;
      }
      if (difference >= -doubt) {
        int side = Orientation.exactSign(ax, ay, bx, by, px, py);
        if (side == 0 && Orientation.between(ax, ay, bx, by, px, py)) {
          onBorder |= numbers[edge + 4];
        }
        if (side >= 0) {
          continue;
        }
      }
      double rx = Double.longBitsToDouble(numbers[block + 1]);
      double ry = Double.longBitsToDouble(numbers[block + 2]);
      if (Orientation.separates(px, py, rx, ry, ax, ay, bx, by)) {
        inside ^= numbers[edge + 4];
      }
    }
    return inside | onBorder;
  }
}
