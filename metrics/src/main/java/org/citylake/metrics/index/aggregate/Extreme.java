package org.citylake.metrics.index.aggregate;

import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Rows.Block;
import org.citylake.metrics.index.panel.Status;

/** The least or the greatest of the children's scores, whatever their weights. */
enum Extreme implements Aggregation {
  /** The least. */
  MINIMUM,
  /** The greatest. */
  MAXIMUM;

  @Override
  public void apply(
      Siblings siblings, Block block, boolean[] scored, Column.Builder result, Problems problems) {
    for (int i = 0; i < scored.length; i++) {
      int row = block.from() + i;
      if (scored[i]) {
        double extreme = this == MINIMUM ? Double.MAX_VALUE : -Double.MAX_VALUE;
        for (int child = 0; child < siblings.size(); child++) {
          if (siblings.has(child, row)) {
            double value = siblings.value(child, row);
            extreme = this == MINIMUM ? Math.min(extreme, value) : Math.max(extreme, value);
          }
        }
        result.set(row, extreme, Status.COMPUTED);
      }
    }
  }
}
