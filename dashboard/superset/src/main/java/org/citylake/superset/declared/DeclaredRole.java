package org.citylake.superset.declared;

import java.util.Set;
import java.util.UUID;

/**
 * A role: of a group, with the datasets that its members may open; or of a district, without any,
 * whose members see its rows where a group's members see their district.
 *
 * @param name {@code SITE:GROUP} or {@code SITE:DISTRICT}
 * @param datasets uuids
 */
public record DeclaredRole(String name, Set<UUID> datasets) {
  public DeclaredRole {
    datasets = Set.copyOf(datasets);
  }
}
