package org.citylake.superset.client;

import java.util.List;
import java.util.Map;

/** Users of Superset's own database. */
public final class UserClient {
  private static final String USERS = "/api/v1/security/users/";

  private final SupersetSession session;

  UserClient(SupersetSession session) {
    this.session = session;
  }

  /**
   * Makes a user who may sign in.
   *
   * @param email unique in this Superset
   * @param roles numbers
   * @return his number
   */
  public int create(String username, String email, String password, List<Integer> roles) {
    return session
        .send(
            "POST",
            USERS,
            Map.of(
                "username",
                username,
                "first_name",
                username,
                "last_name",
                username,
                "email",
                email,
                "active",
                true,
                "password",
                password,
                "roles",
                roles))
        .path("id")
        .asInt();
  }

  /** Deletes a user. */
  public void delete(int user) {
    session.delete(USERS + user);
  }
}
