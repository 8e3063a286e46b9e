package org.citylake.streamingjobs.live.window;

import java.util.HashMap;
import java.util.Map;

/**
 * The events of a series' window while it can change: what duplicates are told by, and what the
 * window's figures are made from.
 *
 * @param events time to event
 * @param revision how often figures were told; 0 before the window closes
 * @param changed whether they are due again
 */
record KeptWindow(Map<Long, KeptEvent> events, int revision, boolean changed) {
  static KeptWindow empty() {
    return new KeptWindow(new HashMap<>(), 0, false);
  }
}
