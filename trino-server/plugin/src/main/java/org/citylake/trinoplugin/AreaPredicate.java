package org.citylake.trinoplugin;

import org.citylake.access.grant.TableGrant.AreaFilter;

/** The condition by which Trino shows rows of an area. */
final class AreaPredicate {
  private AreaPredicate() {}

  /**
   * In Trino's SQL.
   *
   * @throws IllegalArgumentException when the code is not of digits, which alone are safe in a text
   */
  static String of(AreaFilter area) {
    if (!area.code().matches("\\d+")) {
      throw new IllegalArgumentException("not a code of an area: " + area.code());
    }
    return "starts_with(\"" + area.column() + "\", '" + area.code() + "')";
  }
}
