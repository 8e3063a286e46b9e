package org.citylake.trinoplugin;

import java.security.Principal;

/**
 * Who has signed in.
 *
 * @param name of the user
 */
record SignedUser(String name) implements Principal {
  @Override
  public String getName() {
    return name;
  }

  /** Trino takes this for the user's name. */
  @Override
  public String toString() {
    return name;
  }
}
