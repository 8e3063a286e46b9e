package org.citylake.entities.level;

import java.math.BigDecimal;
import java.util.List;
import org.citylake.core.declaration.AlertDeclaration.Bound;

/**
 * Levels that are entered at one value and left at another, so that a value that trembles about a
 * limit does not change the level each time.
 *
 * @param bounds of levels 1, 2, …, each further out than the one before
 */
public record Hysteresis(List<Bound> bounds) {
  public Hysteresis {
    bounds = List.copyOf(bounds);
  }

  /**
   * The level after a value.
   *
   * @param level the level before, 0 for none
   * @return the highest level that the value enters, or that it was in and does not leave
   */
  public int step(int level, BigDecimal value) {
    for (int next = bounds.size(); next > 0; next--) {
      Bound bound = bounds.get(next - 1);
      if (bound.crossed(value) || (next <= level && bound.holds(value))) {
        return next;
      }
    }
    return 0;
  }
}
