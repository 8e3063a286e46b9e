package org.citylake.dashboard.live;

import org.citylake.access.grant.TableGrant;
import org.citylake.dashboard.answer.ProblemException;
import org.citylake.dashboard.route.Caller;

/** Whoever sees the cases of one area alone acts for that one alone. */
final class OwnArea {
  private static final String CASES = "city.service_case";
  private static final int DISTRICT_DIGITS = 6;

  private OwnArea() {}

  /** Whether the caller acts for that area. */
  static boolean holds(Caller caller, String area) {
    return caller
        .grants()
        .table(CASES)
        .flatMap(TableGrant::area)
        .map(granted -> area.startsWith(granted.code().substring(0, DISTRICT_DIGITS)))
        .orElse(true);
  }

  /** Whether the caller acts for the whole city. */
  static boolean whole(Caller caller) {
    return caller.grants().table(CASES).flatMap(TableGrant::area).isEmpty();
  }

  /** Refuses what a caller wants to do for another area than his. */
  static void require(Caller caller, String area, String what) {
    if (!holds(caller, area)) {
      throw new ProblemException(403, "not-granted", "This is not granted to you", what);
    }
  }
}
