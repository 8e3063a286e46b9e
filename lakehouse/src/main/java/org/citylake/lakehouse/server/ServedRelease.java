package org.citylake.lakehouse.server;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.lakehouse.release.Release;

/**
 * What the server needs of a release.
 *
 * @param releaseId its id
 * @param tables full table name to pinned snapshot id
 */
record ServedRelease(String releaseId, Map<String, Long> tables) {
  ServedRelease {
    tables = Collections.unmodifiableMap(new TreeMap<>(tables));
  }

  /** Prefix of its namespaces in the warehouse {@code release}. */
  String namespacePrefix() {
    return Release.namespacePrefix(releaseId);
  }
}
