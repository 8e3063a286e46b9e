package io.trino.spi.resourcegroups;

/** What Trino gives. */
public interface ResourceGroupConfigurationManagerContext {}
