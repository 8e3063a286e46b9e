package org.citylake.metrics.index.robustness;

import java.util.List;
import org.citylake.core.problem.Problem;
import org.citylake.metrics.index.panel.Column;

/**
 * What one draw gives.
 *
 * @param scores of the root, over the rows; without any value after a failure
 * @param ranks of the rows, 0 where one is not ranked; of no row after a failure
 * @param failures the first problem of each rule that the draw broke; none when it could be scored
 */
record DrawResult(Column scores, int[] ranks, List<Problem> failures) {
  DrawResult {
    failures = List.copyOf(failures);
  }

  static DrawResult failed(List<Problem> failures) {
    return new DrawResult(Column.missing(0), new int[0], failures);
  }

  /** Whether it could be scored. */
  boolean scored() {
    return failures.isEmpty();
  }
}
