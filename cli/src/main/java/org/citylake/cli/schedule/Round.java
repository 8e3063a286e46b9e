package org.citylake.cli.schedule;

import java.util.List;

/**
 * What one round of the scheduler did.
 *
 * @param changed the slots that it worked on, as they are now
 * @param open slots on which something is still to be done, these among them
 * @param warnings what somebody should look at
 */
public record Round(List<SlotDelivery> changed, List<SlotDelivery> open, List<String> warnings) {
  public Round {
    changed = List.copyOf(changed);
    open = List.copyOf(open);
    warnings = List.copyOf(warnings);
  }

  /** The slots whose last attempt failed. */
  public List<SlotDelivery> failed() {
    return open.stream().filter(d -> d.state() == SlotState.FAILED).toList();
  }
}
