package org.citylake.superset.provision;

import java.util.List;
import org.citylake.superset.asset.FieldDifference;

/**
 * What becomes of one thing that Superset keeps.
 *
 * @param action what is done to it
 * @param kind what it is, as people are told
 * @param key by which it is known: its uuid, or its name where Superset knows no uuid
 * @param name its name: the declared one, of a stale one that in the Superset
 * @param differences where it departs, of one to update
 */
public record Change(
    ChangeAction action, String kind, String key, String name, List<FieldDifference> differences) {
  public Change {
    differences = List.copyOf(differences);
  }

  /** A change of what is known by its name. */
  static Change named(
      ChangeAction action, String kind, String name, List<FieldDifference> differences) {
    return new Change(action, kind, name, name, differences);
  }

  /** What becomes of something declared that departs so from what is there. */
  static ChangeAction toMend(List<FieldDifference> differences) {
    return differences.isEmpty() ? ChangeAction.KEEP : ChangeAction.UPDATE;
  }

  /** Whether Superset is not as declared in it. */
  public boolean departs() {
    return action == ChangeAction.CREATE || action == ChangeAction.UPDATE;
  }
}
