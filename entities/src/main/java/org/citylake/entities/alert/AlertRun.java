package org.citylake.entities.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.citylake.core.declaration.AlertDeclaration;

/** A rule over all inputs of one series at once: what a stream makes of them one by one. */
public final class AlertRun {
  private AlertRun() {}

  /** What people are told, in the order of time; the inputs may come in any order. */
  public static List<AlertEmission> of(
      AlertDeclaration rule, Collection<? extends AlertInput> inputs) {
    AlertMachine machine = new AlertMachine(rule);
    AlertState state = machine.initial();
    List<AlertEmission> emissions = new ArrayList<>();
    for (AlertInput input : inputs.stream().sorted().toList()) {
      AlertStep step = machine.step(state, input);
      state = step.state();
      emissions.addAll(step.emissions());
    }
    return emissions;
  }
}
