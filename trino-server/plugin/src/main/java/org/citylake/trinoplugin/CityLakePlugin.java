package org.citylake.trinoplugin;

import io.trino.spi.Plugin;
import io.trino.spi.resourcegroups.ResourceGroupConfigurationManager;
import io.trino.spi.resourcegroups.ResourceGroupConfigurationManagerContext;
import io.trino.spi.resourcegroups.ResourceGroupConfigurationManagerFactory;
import io.trino.spi.security.HeaderAuthenticator;
import io.trino.spi.security.HeaderAuthenticatorFactory;
import io.trino.spi.security.PasswordAuthenticator;
import io.trino.spi.security.PasswordAuthenticatorFactory;
import io.trino.spi.security.SystemAccessControl;
import io.trino.spi.security.SystemAccessControlFactory;
import java.util.List;
import java.util.Map;

/**
 * What Trino finds in the plugin. Each part is configured by {@code citylake.users}, the home's
 * folder {@code access}, and {@code citylake.grants}, the file of grants.
 */
public final class CityLakePlugin implements Plugin {
  private static final String NAME = "citylake";

  @Override
  public Iterable<PasswordAuthenticatorFactory> getPasswordAuthenticatorFactories() {
    return List.of(
        new PasswordAuthenticatorFactory() {
          @Override
          public String getName() {
            return NAME;
          }

          @Override
          public PasswordAuthenticator create(Map<String, String> config) {
            return new UserAuthenticator(SignedUsers.of(config).store());
          }
        });
  }

  @Override
  public Iterable<HeaderAuthenticatorFactory> getHeaderAuthenticatorFactories() {
    return List.of(
        new HeaderAuthenticatorFactory() {
          @Override
          public String getName() {
            return NAME;
          }

          @Override
          public HeaderAuthenticator create(Map<String, String> config) {
            return new TokenAuthenticator(SignedUsers.of(config).store());
          }
        });
  }

  @Override
  public Iterable<SystemAccessControlFactory> getSystemAccessControlFactories() {
    return List.of(
        new SystemAccessControlFactory() {
          @Override
          public String getName() {
            return NAME;
          }

          @Override
          public SystemAccessControl create(
              Map<String, String> config, SystemAccessControlContext context) {
            return new GrantedAccessControl(SignedUsers.of(config));
          }
        });
  }

  @Override
  public Iterable<ResourceGroupConfigurationManagerFactory>
      getResourceGroupConfigurationManagerFactories() {
    return List.of(
        new ResourceGroupConfigurationManagerFactory() {
          @Override
          public String getName() {
            return NAME;
          }

          @Override
          public ResourceGroupConfigurationManager<?> create(
              Map<String, String> config, ResourceGroupConfigurationManagerContext context) {
            return new UserLimits(SignedUsers.of(config), Runtime.getRuntime().maxMemory());
          }
        });
  }
}
