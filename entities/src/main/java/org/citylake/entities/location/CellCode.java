package org.citylake.entities.location;

/** What a cell of the grid says: its region, that it is divided, or that a border crosses it. */
final class CellCode {
  private CellCode() {}

  /** All of the cell is of one region, or {@link RegionIndex#OUTSIDE}. */
  static int of(int region) {
    return -region - 2;
  }

  /** The cell's parts begin at this place in the grid. */
  static int divided(int place) {
    return place << 1;
  }

  /** The cell is the border cell that begins at this place. */
  static int border(int place) {
    return (place << 1) | 1;
  }

  static boolean isDivided(int code) {
    return code >= 0 && (code & 1) == 0;
  }

  static boolean isBorder(int code) {
    return code >= 0;
  }

  static int place(int code) {
    return code >> 1;
  }

  static int region(int code) {
    return -code - 2;
  }
}
