package org.citylake.metrics.index.step;

import java.util.List;
import java.util.Optional;

/**
 * Which rows a method looks at together.
 *
 * @param overPanel all periods together, so that results of different periods can be compared; else
 *     each period by itself
 * @param within group column within which units are looked at; empty for all units together
 */
public record Scope(boolean overPanel, Optional<String> within) {
  /** Each period by itself, all units together. */
  public static final Scope PERIOD = new Scope(false, Optional.empty());

  /** All rows together. */
  public static final Scope PANEL = new Scope(true, Optional.empty());

  /** As the parameters {@code over} (period or panel) and {@code within} say. */
  public static Scope of(StepParameters parameters) {
    return new Scope(
        parameters.choice("over", List.of("period", "panel"), "period").equals("panel"),
        parameters.findText("within"));
  }

  /** The same within another group. */
  public Scope within(String group) {
    return new Scope(overPanel, Optional.of(group));
  }
}
