package org.citylake.metrics.index;

import java.util.Locale;

/** The stages of an index in the order of the handbook; a trace has those that an edition has. */
public enum Stage {
  /** The indicator's value in its own unit. */
  RAW,
  /** Divided by its denominator. */
  DENOMINATED,
  /** With what was missing filled in. */
  IMPUTED,
  /** Without the units that have too little data. */
  SCREENED,
  /** With outliers tamed. */
  TREATED,
  /** In the common scale. */
  NORMALISED,
  /** What an indicator or node adds to its parent. */
  WEIGHTED,
  /** The score of a node that has children: the sum of what they add (arithmetic mean). */
  AGGREGATED,
  /** What the score of the root is multiplied by. */
  COEFFICIENT;

  /** As the table writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
