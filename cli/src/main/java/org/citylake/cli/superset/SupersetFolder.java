package org.citylake.cli.superset;

import java.nio.file.Path;
import org.citylake.access.user.Principal;
import org.citylake.cli.python.ProgramFolder;
import org.citylake.core.home.Home;

/**
 * What a home keeps for Superset: the token by which it reads, and of a Superset that {@code up}
 * started its secrets and its database.
 *
 * @param home the home
 */
record SupersetFolder(Home home) {
  /** The folder. */
  Path root() {
    return folder().root();
  }

  /** File with the password of the administrator of a Superset that {@code up} started. */
  Path adminPassword() {
    return root().resolve("admin-password");
  }

  /** A secret of a file; it is made when it is not there. */
  String secret(String name) {
    return folder().secret(name);
  }

  /** The token by which Superset signs in to SQL; user and token are made when missing. */
  String sqlToken(String user) {
    return folder().sqlToken(user);
  }

  /** Who reads through SQL: the user as he is, or as {@link #sqlToken} would make him. */
  Principal reader(String user) {
    return folder().reader(user);
  }

  private ProgramFolder folder() {
    return new ProgramFolder(home, "superset");
  }
}
