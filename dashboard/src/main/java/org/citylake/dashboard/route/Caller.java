package org.citylake.dashboard.route;

import java.util.Optional;
import org.citylake.access.grant.Grants;
import org.citylake.access.user.Principal;

/**
 * Who calls.
 *
 * @param principal a user, or the visitor
 * @param grants what he may
 * @param csrf the token that his changes must carry; empty for a visitor
 * @param expired whether he came with a session that is no longer one
 */
public record Caller(Principal principal, Grants grants, Optional<String> csrf, boolean expired) {

  /** Whether he has signed in. */
  public boolean signedIn() {
    return csrf.isPresent();
  }
}
