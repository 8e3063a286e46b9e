package org.citylake.metrics.index.step;

import org.citylake.core.declaration.EditionDeclaration.Measure;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;

/**
 * An indicator of an edition.
 *
 * @param code its code
 * @param parent code of the node above
 * @param direction which way is better
 * @param measure what the edition says of its values
 */
public record Leaf(String code, String parent, Direction direction, Measure measure) {
  /** The value, negative where lower is better, so that higher is better always. */
  public double oriented(double value) {
    return direction == Direction.LOWER ? -value : value;
  }
}
