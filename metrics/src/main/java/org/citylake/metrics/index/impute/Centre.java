package org.citylake.metrics.index.impute;

import java.util.Arrays;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;

/** What stands for the values of a part. */
enum Centre {
  /** The arithmetic mean. */
  MEAN,
  /** The median: the middle value, or the mean of the two middle ones. */
  MEDIAN,
  /** The worst value: the least where higher is better, the greatest where lower is. */
  WORST;

  /**
   * The centre of values.
   *
   * @param values at least one
   */
  double of(double[] values, Direction direction) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return switch (this) {
      // Of sorted values, so that the order of units does not show in the last digit.
      case MEAN -> Arrays.stream(sorted).sum() / sorted.length;
      case MEDIAN ->
          sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
      case WORST -> direction == Direction.LOWER ? sorted[sorted.length - 1] : sorted[0];
    };
  }
}
