package org.citylake.metrics.index.normalise;

import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Status;

/** A ratio to something that counts as full score, with bounds. */
final class Ratio {
  private Ratio() {}

  /**
   * Sets {@code scale × value ÷ full}, or {@code scale × (2 − value ÷ full)} where lower is better,
   * within the bounds.
   */
  static void set(
      Column.Builder result,
      Variable variable,
      int row,
      double fraction,
      double scale,
      double least,
      double most) {
    double score = variable.mirrored() ? scale * (2 - fraction) : scale * fraction;
    boolean cut = score < least || score > most;
    result.set(
        row,
        Math.max(least, Math.min(most, score)),
        cut ? Status.CLIPPED : variable.values().status(row));
  }
}
