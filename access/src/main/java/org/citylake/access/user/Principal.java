package org.citylake.access.user;

import java.util.List;
import java.util.Optional;

/**
 * Somebody who has signed in, or a visitor who has not.
 *
 * @param name the user's name
 * @param groups ids of groups; of those that have a grant on a table the first decides
 * @param area code of the district (six digits, GB/T 2260) or subdistrict (nine) that the user
 *     works for; empty for the city
 */
public record Principal(String name, List<String> groups, String area) {
  private static final int DISTRICT_DIGITS = 6;
  private static final int SUBDISTRICT_DIGITS = 9;

  public Principal {
    groups = List.copyOf(groups);
  }

  /** Somebody who has not signed in. */
  public static Principal visitor() {
    return new Principal("visitor", List.of("visitor"), "");
  }

  /** The district that the user works for, or in which the subdistrict lies. */
  public Optional<String> district() {
    return area.isEmpty() ? Optional.empty() : Optional.of(area.substring(0, DISTRICT_DIGITS));
  }

  /** The subdistrict that the user works for. */
  public Optional<String> subdistrict() {
    return area.length() == SUBDISTRICT_DIGITS ? Optional.of(area) : Optional.empty();
  }
}
