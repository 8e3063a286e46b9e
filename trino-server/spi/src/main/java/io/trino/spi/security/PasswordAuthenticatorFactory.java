package io.trino.spi.security;

import java.util.Map;

/** Makes an authenticator. */
public interface PasswordAuthenticatorFactory {
  String getName();

  PasswordAuthenticator create(Map<String, String> config);
}
