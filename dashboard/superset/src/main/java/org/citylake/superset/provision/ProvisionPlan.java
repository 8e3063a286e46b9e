package org.citylake.superset.provision;

import java.util.List;

/**
 * What becomes of everything that is declared, or that CityLake made before.
 *
 * @param changes in the order in which they build up
 * @param notes what this Superset cannot have, and why
 */
public record ProvisionPlan(List<Change> changes, List<String> notes) {
  public ProvisionPlan {
    changes = List.copyOf(changes);
    notes = List.copyOf(notes);
  }

  /** The changes of one action. */
  public List<Change> of(ChangeAction action) {
    return changes.stream().filter(c -> c.action() == action).toList();
  }

  /** Whether everything declared is there as declared. */
  public boolean asDeclared() {
    return changes.stream().noneMatch(Change::departs);
  }
}
