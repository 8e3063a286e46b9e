package org.citylake.metrics.index.step;

import java.util.List;
import java.util.Set;
import org.citylake.metrics.index.panel.Column;

/** A method of a step over the data that a leaf may have of its own. */
public interface LeafMethod {
  /**
   * Does it to some of the indicators.
   *
   * @param columns all indicators, in the order of the leaves
   * @param chosen places of those that it is for
   * @return as many columns, in the same order
   */
  List<Column> apply(List<Column> columns, Set<Integer> chosen, StepContext context);
}
