package org.citylake.superset.declared;

import java.util.Set;
import java.util.UUID;

/**
 * A condition on the rows of datasets for the members of roles. Of the rules of one column that
 * hold for somebody one must be met.
 *
 * @param name unique, beginning with {@code SITE:}
 * @param description in Chinese and English
 * @param groupKey {@code SITE:COLUMN}
 * @param clause SQL that a WHERE takes
 * @param datasets uuids, one at least
 * @param roles names
 */
public record DeclaredRule(
    String name,
    String description,
    String groupKey,
    String clause,
    Set<UUID> datasets,
    Set<String> roles) {
  public DeclaredRule {
    datasets = Set.copyOf(datasets);
    roles = Set.copyOf(roles);
  }
}
