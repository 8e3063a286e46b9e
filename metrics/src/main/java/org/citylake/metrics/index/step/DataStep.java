package org.citylake.metrics.index.step;

import java.util.List;
import org.citylake.metrics.index.panel.Column;

/** A step over the indicators before they are normalised. */
public interface DataStep {
  /**
   * Does the step.
   *
   * @param columns the indicators, in the order of the leaves
   * @return as many columns, in the same order; a column that the step leaves alone is the same one
   */
  List<Column> apply(List<Column> columns, StepContext context);
}
