package org.citylake.superset.provision;

import java.util.List;
import java.util.UUID;
import org.citylake.superset.asset.FieldDifference;
import org.citylake.superset.client.ResourceKind;

/**
 * What becomes of one asset.
 *
 * @param action what is done to it
 * @param kind what it is
 * @param uuid its uuid
 * @param name its name: the declared one, of a stale one that in the Superset
 * @param differences where it departs, of one to update
 */
public record AssetChange(
    ChangeAction action,
    ResourceKind kind,
    UUID uuid,
    String name,
    List<FieldDifference> differences) {
  public AssetChange {
    differences = List.copyOf(differences);
  }
}
