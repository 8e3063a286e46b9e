package org.citylake.entities.alert;

import java.util.List;

/**
 * What an input made.
 *
 * @param state the state after it
 * @param emissions what people are told, in the order of time
 * @param taken whether the input counted: not when it is older than what came before, comes twice
 *     or is of a metric that the rule does not watch
 */
public record AlertStep(AlertState state, List<AlertEmission> emissions, boolean taken) {
  public AlertStep {
    emissions = List.copyOf(emissions);
  }
}
