package org.citylake.streamingjobs.airquality;

import org.apache.flink.table.data.RowData;

/**
 * A figure that is appended with a revision when its content changes.
 *
 * @param <F> the kind of figure
 */
public interface Revised<F extends Revised<F>> {
  /** The highest is current; 0 when just computed. */
  int revision();

  /** The same figure as another revision, written by a load. */
  F revised(int number, String load);

  /** The row of its table. */
  RowData row();

  /** Whether both say the same, whatever their revisions and loads. */
  default boolean equalContent(F other) {
    return revised(0, "").equals(other.revised(0, ""));
  }
}
