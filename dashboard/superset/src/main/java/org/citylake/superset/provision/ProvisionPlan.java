package org.citylake.superset.provision;

import java.util.List;

/**
 * What becomes of every asset that is declared, or that CityLake made before.
 *
 * @param changes by kind, in the order in which they build up
 */
public record ProvisionPlan(List<AssetChange> changes) {
  public ProvisionPlan {
    changes = List.copyOf(changes);
  }

  /** The changes of one action. */
  public List<AssetChange> of(ChangeAction action) {
    return changes.stream().filter(c -> c.action() == action).toList();
  }

  /** Whether every declared asset is there as declared. */
  public boolean asDeclared() {
    return of(ChangeAction.CREATE).isEmpty() && of(ChangeAction.UPDATE).isEmpty();
  }
}
