package io.trino.spi;

import io.trino.spi.resourcegroups.ResourceGroupConfigurationManagerFactory;
import io.trino.spi.security.HeaderAuthenticatorFactory;
import io.trino.spi.security.PasswordAuthenticatorFactory;
import io.trino.spi.security.SystemAccessControlFactory;
import java.util.List;

/** What a plugin brings. */
public interface Plugin {
  default Iterable<SystemAccessControlFactory> getSystemAccessControlFactories() {
    return List.of();
  }

  default Iterable<PasswordAuthenticatorFactory> getPasswordAuthenticatorFactories() {
    return List.of();
  }

  default Iterable<HeaderAuthenticatorFactory> getHeaderAuthenticatorFactories() {
    return List.of();
  }

  default Iterable<ResourceGroupConfigurationManagerFactory>
      getResourceGroupConfigurationManagerFactories() {
    return List.of();
  }
}
