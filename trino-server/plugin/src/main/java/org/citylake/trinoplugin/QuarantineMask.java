package org.citylake.trinoplugin;

import io.trino.spi.type.Type;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citylake.access.grant.QuarantineSight;

/** How a refused record shows: counts and reasons to all, its place and itself by its source. */
final class QuarantineMask {
  private QuarantineMask() {}

  /** In Trino's SQL, of the column's type; empty for a column that is shown for every source. */
  static Optional<String> of(QuarantineSight sight, String column, Type type) {
    return sight.sources(column).map(sources -> mask(sources, column, Mask.of(type)));
  }

  private static String mask(Set<String> sources, String column, String otherwise) {
    if (sources.isEmpty()) {
      return otherwise;
    }
    String listed =
        new TreeSet<>(sources)
            .stream()
                .map(id -> "'" + id.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
    return "CASE WHEN "
        + QuarantineSight.SOURCE
        + " IN ("
        + listed
        + ") THEN \""
        + column
        + "\" ELSE "
        + otherwise
        + " END";
  }
}
