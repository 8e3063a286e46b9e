package io.trino.spi.security;

import java.security.Principal;

/** Signs in. */
public interface PasswordAuthenticator {
  Principal createAuthenticatedPrincipal(String user, String password);
}
