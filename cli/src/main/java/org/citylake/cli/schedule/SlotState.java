package org.citylake.cli.schedule;

import java.util.Locale;

/** How far a slot came on its way to a destination. */
public enum SlotState {
  /** It is due; nothing was done yet. */
  PLANNED,
  /** Its package stands in the home. */
  WRITTEN,
  /** It is at its destination. */
  DELIVERED,
  /** The last attempt failed; there will be another. */
  FAILED,
  /** A newer slot, or another declaration, came before it was delivered; it will not be. */
  REPLACED;

  /** As the database and answers write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SlotState of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Whether something is still to be done. */
  public boolean open() {
    return this == PLANNED || this == WRITTEN || this == FAILED;
  }
}
