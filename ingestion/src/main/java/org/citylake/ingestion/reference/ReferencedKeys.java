package org.citylake.ingestion.reference;

import java.util.Optional;
import java.util.Set;

/** The keys that the values of other sources may be. */
@FunctionalInterface
public interface ReferencedKeys {
  /**
   * The texts of a source's keys.
   *
   * @param column the one column of its business key
   * @return empty when nothing of the source was ever loaded
   */
  Optional<Set<String>> find(String source, String column);
}
