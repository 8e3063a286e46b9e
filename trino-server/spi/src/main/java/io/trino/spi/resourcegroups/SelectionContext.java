package io.trino.spi.resourcegroups;

/** The group of a query with what its manager remembers of it. */
public final class SelectionContext<T> {
  public SelectionContext(ResourceGroupId group, T context) {
    throw new UnsupportedOperationException();
  }

  public ResourceGroupId getResourceGroupId() {
    throw new UnsupportedOperationException();
  }

  public T getContext() {
    throw new UnsupportedOperationException();
  }
}
