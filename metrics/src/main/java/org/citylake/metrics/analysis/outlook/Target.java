package org.citylake.metrics.analysis.outlook;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A target of a plan.
 *
 * @param number null when the plan names none
 * @param comparison how it is meant: = &gt; &gt;= &lt; &lt;= ~; null when nothing is said
 * @param direction higher, lower or neutral; null when nothing is said
 * @param dueYear year by whose end it is due
 */
public record Target(
    @Nullable Double number, @Nullable String comparison, @Nullable String direction, int dueYear) {

  /** Whether a figure meets it; empty when nothing says which way is better. */
  Optional<Boolean> met(double figure) {
    Double wanted = number;
    if (wanted == null) {
      return Optional.empty();
    }
    if (comparison != null && comparison.startsWith(">")) {
      return Optional.of(comparison.equals(">") ? figure > wanted : figure >= wanted);
    }
    if (comparison != null && comparison.startsWith("<")) {
      return Optional.of(comparison.equals("<") ? figure < wanted : figure <= wanted);
    }
    if ("higher".equals(direction)) {
      return Optional.of(figure >= wanted);
    }
    if ("lower".equals(direction)) {
      return Optional.of(figure <= wanted);
    }
    return figure == wanted ? Optional.of(true) : Optional.empty();
  }
}
