package org.citylake.dashboard.route;

import org.citylake.access.grant.Grants;
import org.citylake.access.grant.TableGrant;

/** What a caller's grants must allow before a route does anything. */
public interface Permission {
  /** Whether these grants are enough. */
  boolean allows(Grants grants);

  /** Everybody, signed in or not. */
  static Permission everybody() {
    return grants -> true;
  }

  /**
   * Who sees every row of a table: documents of a release are made for all, so they cannot leave
   * rows out for one.
   */
  static Permission wholeTable(String table) {
    return grants -> grants.table(table).filter(grant -> grant.area().isEmpty()).isPresent();
  }

  /** Who sees anything of a table; the route shows each his own. */
  static Permission someOf(String table) {
    return grants -> grants.table(table).map(TableGrant::columns).isPresent();
  }

  /**
   * Who may do something on the page: acknowledge, answer, cases, objections, quarantine, runs or
   * supervise.
   */
  static Permission action(String action) {
    return grants -> grants.may(action);
  }

  /** One of them. */
  default Permission or(Permission other) {
    return grants -> allows(grants) || other.allows(grants);
  }

  /** Both. */
  default Permission and(Permission other) {
    return grants -> allows(grants) && other.allows(grants);
  }
}
