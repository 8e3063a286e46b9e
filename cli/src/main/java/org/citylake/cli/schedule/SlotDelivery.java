package org.citylake.cli.schedule;

import java.time.Instant;

/**
 * One slot of an export on its way to one destination.
 *
 * @param export name of the export
 * @param slot when it was due
 * @param destination name of the destination; {@link #HOME} is the home's own folder
 * @param state how far it came
 * @param release what it exports; empty until its package was written
 * @param attempts how often it was tried
 * @param nextAttempt not tried before
 * @param message what the last attempt said; empty when nothing
 * @param updated when the state was recorded
 */
public record SlotDelivery(
    String export,
    Instant slot,
    String destination,
    SlotState state,
    String release,
    int attempts,
    Instant nextAttempt,
    String message,
    Instant updated) {
  /** The home's own folder of exports, which every slot goes to first. */
  public static final String HOME = "home";

  /** A slot that is due. */
  static SlotDelivery planned(String export, Instant slot, String destination, Instant now) {
    return new SlotDelivery(export, slot, destination, SlotState.PLANNED, "", 0, slot, "", now);
  }

  /** The same with its package in the home. */
  SlotDelivery written(String ofRelease, Instant now) {
    SlotState next = destination.equals(HOME) ? SlotState.DELIVERED : SlotState.WRITTEN;
    int tries = destination.equals(HOME) ? attempts + 1 : attempts;
    return new SlotDelivery(
        export, slot, destination, next, ofRelease, tries, nextAttempt, "", now);
  }

  /** The same at its destination. */
  SlotDelivery delivered(String said, Instant now) {
    return new SlotDelivery(
        export, slot, destination, SlotState.DELIVERED, release, attempts + 1, now, said, now);
  }

  /** The same after an attempt that failed. */
  SlotDelivery failed(String said, Instant next, Instant now) {
    return new SlotDelivery(
        export, slot, destination, SlotState.FAILED, release, attempts + 1, next, said, now);
  }

  /** The same, given up. */
  SlotDelivery replaced(String said, Instant now) {
    return new SlotDelivery(
        export, slot, destination, SlotState.REPLACED, release, attempts, now, said, now);
  }
}
