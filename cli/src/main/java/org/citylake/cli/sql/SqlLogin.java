package org.citylake.cli.sql;

import java.time.Clock;
import org.citylake.access.user.FirstUsers;
import org.citylake.access.user.UserStore;
import org.citylake.core.home.Home;

/**
 * By whom statements are run.
 *
 * @param user his name
 * @param secret password or token
 */
public record SqlLogin(String user, String secret) {
  /** The home's owner, by the token that the home keeps. */
  public static SqlLogin owner(Home home) {
    UserStore store = UserStore.of(home.access(), Clock.systemUTC());
    return new SqlLogin(FirstUsers.OWNER, FirstUsers.ownerToken(home.access(), store));
  }

  /** Does not show the secret. */
  @Override
  public String toString() {
    return "SqlLogin[" + user + "]";
  }
}
