package org.citylake.trinoplugin;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.citylake.access.grant.Grants;
import org.citylake.access.grant.GrantsFile;
import org.citylake.access.grant.GroupGrants;
import org.citylake.access.user.Principal;
import org.citylake.access.user.User;
import org.citylake.access.user.UserStore;

/**
 * The users with what they may see. Users are read anew each time, so that whoever is removed or
 * moved to another group is so at once; grants are those of the start.
 */
final class SignedUsers {
  private final UserStore store;
  private final Map<String, GroupGrants> groups;

  SignedUsers(UserStore store, Map<String, GroupGrants> groups) {
    this.store = store;
    this.groups = groups;
  }

  static SignedUsers of(Map<String, String> config) {
    return new SignedUsers(
        UserStore.of(Path.of(setting(config, "citylake.users")), Clock.systemUTC()),
        GrantsFile.read(Path.of(setting(config, "citylake.grants"))));
  }

  private static String setting(Map<String, String> config, String key) {
    String value = config.get(key);
    if (value == null) {
      throw new IllegalArgumentException("the setting " + key + " is missing");
    }
    return value;
  }

  UserStore store() {
    return store;
  }

  /** Nothing for a user who is no longer there. */
  Grants grants(String user) {
    Principal principal =
        store.find(user).map(User::principal).orElse(new Principal(user, List.of(), ""));
    return Grants.of(principal, groups);
  }
}
