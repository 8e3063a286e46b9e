package io.trino.spi.security;

import java.util.Map;

/** Makes an authenticator. */
public interface HeaderAuthenticatorFactory {
  String getName();

  HeaderAuthenticator create(Map<String, String> config);
}
