package org.citylake.entities.location;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds the region of a place, exactly and without allocating. Immutable, safe for several threads
 * and serializable, so that one index can be broadcast to every worker of an engine.
 *
 * <p>A region has its border. Where several regions have a place, on a shared border or where they
 * overlap, it belongs to the one whose key comes first ({@link String#compareTo}): the answer
 * depends on no order. Edges are straight in the plane of longitude and latitude (RFC 7946). A
 * place that has several coordinates (longitude 180 and -180, any longitude at a pole) is looked
 * for under its own ones first, then under the others.
 *
 * <p>A grid answers for cells that no border crosses. Other cells are divided again while they have
 * many edges; in the last ones the line from the place to a reference point of the cell, whose
 * regions are known, is followed and each edge that it crosses is a change. Signs that rounding
 * could have changed are computed exactly.
 */
public final class RegionIndex implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A place on Earth that no region has. */
  public static final int OUTSIDE = -1;

  /** No place on Earth: a coordinate that is no number, is infinite or out of range. */
  public static final int NOWHERE = -2;

  /** A cell of the grid is divided into as many columns and rows. */
  static final int DIVISION = 8;

  private static final double WHOLE_TURN = 360;

  private final String[] keys;
  private final GridFrame frame;
  private final int[] cells;
  private final BorderCells borders;
  private final boolean beyondDateLine;
  private final int northPole;
  private final int southPole;

  RegionIndex(String[] keys, GridFrame frame, int[] cells, BorderCells borders, Poles poles) {
    this.keys = keys;
    this.frame = frame;
    this.cells = cells;
    this.borders = borders;
    this.beyondDateLine = frame.maximumX() >= 180 || frame.minimumX() <= -180;
    this.northPole = poles.north();
    this.southPole = poles.south();
  }

  /**
   * The regions that have a vertex at a pole.
   *
   * @param north number of the first of them, else {@link #OUTSIDE}
   * @param south likewise
   */
  record Poles(int north, int south) {}

  /**
   * The index of boundaries, whatever their validity in time; see {@link BoundaryHistory}.
   *
   * @throws IllegalArgumentException when a vertex has a latitude beyond 90 degrees or a longitude
   *     beyond 360
   */
  public static RegionIndex of(List<Boundary> boundaries) {
    return RegionIndexBuilder.build(boundaries);
  }

  /** The keys of all regions by number, ascending. */
  public List<String> keys() {
    return List.copyOf(Arrays.asList(keys));
  }

  /** The key of a region by its number. */
  public String key(int region) {
    return keys[region];
  }

  /** The key of the region of a place; empty when it has none. */
  public Optional<String> find(double longitude, double latitude) {
    int region = regionAt(longitude, latitude);
    return region < 0 ? Optional.empty() : Optional.of(keys[region]);
  }

  /**
   * The region of a place.
   *
   * @param longitude in degrees, -180 to 180
   * @param latitude in degrees, -90 to 90
   * @return its number, else {@link #OUTSIDE} or {@link #NOWHERE}
   */
  public int regionAt(double longitude, double latitude) {
    if (!(longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90)) {
      return NOWHERE;
    }
    int region = planar(longitude, latitude);
    if (region == OUTSIDE && beyondDateLine) {
      region = planar(longitude > 0 ? longitude - WHOLE_TURN : longitude + WHOLE_TURN, latitude);
    }
    if (region == OUTSIDE && Math.abs(latitude) == 90) {
      return latitude > 0 ? northPole : southPole;
    }
    return region;
  }

  /** About how often edges come near each other: a bound for the work of checking them. */
  long edgePairs() {
    return borders.edgePairs();
  }

  private int planar(double x, double y) {
    if (!frame.contains(x, y)) {
      return OUTSIDE;
    }
    double column = frame.column(x);
    double row = frame.row(y);
    int wholeColumn = (int) column;
    int wholeRow = (int) row;
    int cell = cells[wholeRow * frame.size() + wholeColumn];
    while (CellCode.isDivided(cell)) {
      column = (column - wholeColumn) * DIVISION;
      row = (row - wholeRow) * DIVISION;
      wholeColumn = (int) column;
      wholeRow = (int) row;
      cell = cells[CellCode.place(cell) + wholeRow * DIVISION + wholeColumn];
    }
    return CellCode.isBorder(cell)
        ? borders.regionAt(CellCode.place(cell), x, y)
        : CellCode.region(cell);
  }
}
