package org.citylake.dashboard.session;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import org.citylake.access.grant.Grants;
import org.citylake.access.grant.GroupGrants;
import org.citylake.access.user.Principal;
import org.citylake.access.user.User;
import org.citylake.access.user.UserStore;
import org.citylake.dashboard.route.Caller;

/**
 * Tells who asks: the user of the session's cookie, else the visitor. The user is looked up at
 * every request, so that whoever is removed or regrouped loses his rights at once.
 */
public final class Callers {
  /** Name of the cookie. */
  public static final String COOKIE = "citylake-session";

  private final Sessions sessions;
  private final UserStore users;
  private final Map<String, GroupGrants> groups;

  /** Callers by a city's groups. */
  public Callers(Sessions sessions, UserStore users, Map<String, GroupGrants> groups) {
    this.sessions = sessions;
    this.users = users;
    this.groups = groups;
  }

  /** Who sent the request. */
  public Caller of(Context context) {
    String id = context.cookie(COOKIE);
    if (id == null || id.isEmpty()) {
      return visitor(false);
    }
    return sessions
        .find(id)
        .flatMap(
            session ->
                users
                    .find(session.user())
                    .map(User::principal)
                    .map(principal -> caller(principal, Optional.of(session.csrf()), false)))
        .orElseGet(() -> visitor(true));
  }

  private Caller visitor(boolean expired) {
    return caller(Principal.visitor(), Optional.empty(), expired);
  }

  private Caller caller(Principal principal, Optional<String> csrf, boolean expired) {
    return new Caller(principal, Grants.of(principal, groups), csrf, expired);
  }
}
