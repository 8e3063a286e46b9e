package org.citylake.metrics.index;

import java.util.List;
import org.citylake.metrics.index.panel.Column;

/**
 * The indicators after a step.
 *
 * @param stage which stage
 * @param columns one per leaf, in the order of the tree
 */
public record StageColumns(Stage stage, List<Column> columns) {
  public StageColumns {
    columns = List.copyOf(columns);
  }
}
