package io.trino.spi.resourcegroups;

import java.util.Map;

/** Makes a manager. */
public interface ResourceGroupConfigurationManagerFactory {
  String getName();

  ResourceGroupConfigurationManager<?> create(
      Map<String, String> config, ResourceGroupConfigurationManagerContext context);
}
