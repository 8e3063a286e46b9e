package io.trino.spi.resourcegroups;

/** What is known of a query before it runs. */
public final class SelectionCriteria {
  public String getUser() {
    throw new UnsupportedOperationException();
  }
}
