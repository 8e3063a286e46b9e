package org.citylake.trinoplugin;

import io.trino.spi.security.AccessDeniedException;
import io.trino.spi.security.HeaderAuthenticator;
import java.security.Principal;
import java.util.List;
import org.citylake.access.user.UserLockedException;
import org.citylake.access.user.UserStore;

/**
 * Signs users in by {@code Authorization: Bearer TOKEN} (RFC 6750), which clients call an access
 * token. The token tells who it is, and is looked up each time, so its end counts at once.
 */
final class TokenAuthenticator implements HeaderAuthenticator {
  private static final String BEARER = "Bearer ";

  private final UserStore store;

  TokenAuthenticator(UserStore store) {
    this.store = store;
  }

  @Override
  public Principal createAuthenticatedPrincipal(Headers headers) {
    List<String> given = headers.getHeader("Authorization");
    if (given.size() != 1 || !given.get(0).regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw new AccessDeniedException("no access token was sent");
    }
    try {
      return store
          .verifyToken(given.get(0).substring(BEARER.length()).strip())
          .map(principal -> new SignedUser(principal.name()))
          .orElseThrow(
              () -> new AccessDeniedException("the access token is nobody's, or has ended"));
    } catch (UserLockedException e) {
      throw new AccessDeniedException(String.valueOf(e.getMessage()));
    }
  }
}
