package org.citylake.entities.location;

import java.io.Serializable;

/**
 * The cells that borders cross. Each has blocks of up to 64 polygons, ascending by region, with a
 * bit for each; and for each block the edges in the cell, each with the bits of its polygons, so
 * directed that the cell's reference point is to their left.
 */
final class BorderCells implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Integers of a block: where its edges begin and end, its regions begin, base, whether last. */
  static final int HEADER = 5;

  private final int[] blocks;
  private final long[] references;
  private final double[] referencePoints;
  private final int[] regions;
  private final double[] edges;
  private final long[] polygons;

  /**
   * The cells as a builder has them.
   *
   * @param blocks {@link #HEADER} integers for each block
   * @param references for each block the polygons that the reference point is in
   * @param referencePoints for each block longitude and latitude
   * @param regions of the polygons of each block
   * @param edges four coordinates for each edge
   * @param polygons for each edge the bits of the polygons whose edge it is
   */
  BorderCells(
      int[] blocks,
      long[] references,
      double[] referencePoints,
      int[] regions,
      double[] edges,
      long[] polygons) {
    this.blocks = blocks;
    this.references = references;
    this.referencePoints = referencePoints;
    this.regions = regions;
    this.edges = edges;
    this.polygons = polygons;
  }

  /** How many pairs of edges stand in the same block, over all blocks. */
  long edgePairs() {
    long pairs = 0;
    for (int header = 0; header < blocks.length; header += HEADER) {
      long count = (long) blocks[header + 1] - blocks[header];
      pairs += count * count;
    }
    return pairs;
  }

  /** The first region that has a place in the cell whose first block it is. */
  int regionAt(int firstBlock, double x, double y) {
    for (int block = firstBlock; ; block++) {
      int header = block * HEADER;
      int base = blocks[header + 3];
      long found = polygonsAt(block, x, y);
      if (found != 0) {
        int region = regions[blocks[header + 2] + Long.numberOfTrailingZeros(found)];
        return base == RegionIndex.OUTSIDE ? region : Math.min(base, region);
      }
      if (blocks[header + 4] == 1) {
        return base;
      }
    }
  }

  private long polygonsAt(int block, double px, double py) {
    long inside = references[block];
    long onBorder = 0;
    int end = blocks[block * HEADER + 1];
    for (int edge = blocks[block * HEADER]; edge < end; edge++) {
      double ax = edges[4 * edge];
      double ay = edges[4 * edge + 1];
      double bx = edges[4 * edge + 2];
      double by = edges[4 * edge + 3];
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
          onBorder |= polygons[edge];
        }
        if (side >= 0) {
          continue;
        }
      }
      double rx = referencePoints[2 * block];
      double ry = referencePoints[2 * block + 1];
      if (Orientation.separates(px, py, rx, ry, ax, ay, bx, by)) {
        inside ^= polygons[edge];
      }
    }
    return inside | onBorder;
  }
}
