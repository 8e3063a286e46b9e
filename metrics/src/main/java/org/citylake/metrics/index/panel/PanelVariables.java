package org.citylake.metrics.index.panel;

import java.util.List;

/**
 * What an edition asks a panel file for.
 *
 * @param numbers codes of indicators, denominators and coefficients
 * @param groups group columns
 * @param complete whether a panel that lacks one of the numbers, or has no value of it, is refused;
 *     else such an indicator is missing for every unit
 */
public record PanelVariables(List<String> numbers, List<String> groups, boolean complete) {
  public PanelVariables {
    numbers = List.copyOf(numbers);
    groups = List.copyOf(groups);
  }
}
