package org.citylake.access.user;

import java.time.Instant;

/** Too many wrong passwords were given; not even the right one signs in before that time. */
public final class UserLockedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Instant until;

  /** A user's lock. */
  public UserLockedException(String name, Instant until) {
    super(
        "The user '"
            + name
            + "' is locked until "
            + until
            + " after too many wrong passwords; an administrator can unlock: ./citylake user unlock "
            + name);
    this.until = until;
  }

  /** When it ends. */
  public Instant until() {
    return until;
  }
}
