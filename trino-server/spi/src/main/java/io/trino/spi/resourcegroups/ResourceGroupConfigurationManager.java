package io.trino.spi.resourcegroups;

import java.util.Optional;

/** Sorts queries into groups. */
public interface ResourceGroupConfigurationManager<C> {
  void configure(ResourceGroup group, SelectionContext<C> criteria);

  Optional<SelectionContext<C>> match(SelectionCriteria criteria);

  SelectionContext<C> parentGroupContext(SelectionContext<C> context);

  void shutdown();
}
