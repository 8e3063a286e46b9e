package org.citylake.entities.location;

import java.util.function.UnaryOperator;

/** Undoes a shift of positions that changes little from place to place. */
final class Inverse {
  private static final double CLOSE = 1e-11;

  /** Each step leaves about a thousandth of the error, so that a few are enough. */
  private static final int MOST_STEPS = 50;

  private Inverse() {}

  /** The position that is shifted to this one. */
  static Position of(UnaryOperator<Position> shift, Position shifted) {
    Position found = shifted;
    for (int step = 0; step < MOST_STEPS; step++) {
      Position again = shift.apply(found);
      double east = shifted.longitude() - again.longitude();
      double north = shifted.latitude() - again.latitude();
      found = found.plus(east, north);
      if (Math.abs(east) < CLOSE && Math.abs(north) < CLOSE) {
        break;
      }
    }
    return found;
  }
}
