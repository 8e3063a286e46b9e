package org.citylake.batchjobs.index;

import java.util.Set;
import org.citylake.metrics.index.panel.Panel;

/**
 * The panel of an edition.
 *
 * @param panel what the edition scores
 * @param restated its cells whose value is of other divisions than the unit
 */
record EditionPanel(Panel panel, Set<Cell> restated) {
  EditionPanel {
    restated = Set.copyOf(restated);
  }

  /** A unit's indicator in a period. */
  record Cell(String period, String unit, String indicator) {}
}
