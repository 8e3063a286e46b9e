package io.trino.spi.resourcegroups;

/** Queries that share limits. */
public interface ResourceGroup {
  void setSoftMemoryLimitBytes(long limit);

  void setHardConcurrencyLimit(int limit);

  void setMaxQueuedQueries(int limit);
}
