package org.citylake.trinoplugin;

import io.trino.spi.resourcegroups.ResourceGroup;
import io.trino.spi.resourcegroups.ResourceGroupConfigurationManager;
import io.trino.spi.resourcegroups.ResourceGroupId;
import io.trino.spi.resourcegroups.SelectionContext;
import io.trino.spi.resourcegroups.SelectionCriteria;
import java.util.Optional;
import org.citylake.core.declaration.GroupDeclaration.Limits;

/**
 * Every user is a resource group of his own below one for all, so that nobody's statements keep
 * others from running: those beyond his limits wait, and beyond his queue are refused.
 */
final class UserLimits implements ResourceGroupConfigurationManager<Limits> {
  private static final Limits EVERYBODY = new Limits(20, 500, 100);
  private static final ResourceGroupId ALL = new ResourceGroupId("all");

  private final SignedUsers users;
  private final long memory;

  UserLimits(SignedUsers users, long memory) {
    this.users = users;
    this.memory = memory;
  }

  @Override
  public Optional<SelectionContext<Limits>> match(SelectionCriteria criteria) {
    String user = criteria.getUser();
    return Optional.of(
        new SelectionContext<>(new ResourceGroupId(ALL, user), users.grants(user).limits()));
  }

  @Override
  public SelectionContext<Limits> parentGroupContext(SelectionContext<Limits> context) {
    return new SelectionContext<>(
        context.getResourceGroupId().getParent().orElseThrow(), EVERYBODY);
  }

  @Override
  public void configure(ResourceGroup group, SelectionContext<Limits> context) {
    Limits limits = context.getContext();
    group.setHardConcurrencyLimit(limits.running());
    group.setMaxQueuedQueries(limits.queued());
    group.setSoftMemoryLimitBytes(memory / 100 * limits.memoryPercent());
  }

  @Override
  public void shutdown() {
    // Nothing is held.
  }
}
