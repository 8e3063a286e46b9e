package org.citylake.superset.provision;

import java.util.List;
import java.util.Optional;

/** The releases of Superset that this was tried with. */
final class TriedReleases {
  private static final List<String> LINES = List.of("4.1", "5.0", "6.0", "6.1");

  private TriedReleases() {}

  /**
   * What a person is told of a release that was not tried; empty for one that was.
   *
   * @param version such as {@code 6.1.0}; empty where it is not known
   */
  static Optional<String> note(String version) {
    return LINES.stream().anyMatch(line -> version.startsWith(line + "."))
        ? Optional.empty()
        : Optional.of(
            "This Superset is "
                + (version.isEmpty() ? "of an unknown version" : version)
                + "; tried are "
                + String.join(", ", LINES)
                + ": look at what apply did");
  }
}
