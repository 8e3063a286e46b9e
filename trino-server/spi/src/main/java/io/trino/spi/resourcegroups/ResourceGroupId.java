package io.trino.spi.resourcegroups;

import java.util.Optional;

/** The name of a group. */
public final class ResourceGroupId {
  public ResourceGroupId(String name) {
    throw new UnsupportedOperationException();
  }

  public ResourceGroupId(ResourceGroupId parent, String name) {
    throw new UnsupportedOperationException();
  }

  public Optional<ResourceGroupId> getParent() {
    throw new UnsupportedOperationException();
  }
}
