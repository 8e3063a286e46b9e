package org.citylake.dashboard.session;

import java.time.Instant;

/**
 * One sign-in.
 *
 * @param user name of the user
 * @param csrf what his changes must carry
 * @param begun when he signed in
 * @param seen when he last asked for something
 */
record Session(String user, String csrf, Instant begun, Instant seen) {
  Session seenAt(Instant when) {
    return new Session(user, csrf, begun, when);
  }
}
