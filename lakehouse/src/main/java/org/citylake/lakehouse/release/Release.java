package org.citylake.lakehouse.release;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One release: a row of {@code audit.release}.
 *
 * @param releaseId letters, digits, {@code -} and {@code _}; see docs/adr/0009-releases.md
 * @param status flash, preliminary or final
 * @param createdAt when it was made, microseconds kept
 * @param fingerprint hash of code version, declarations and input snapshots
 * @param codeVersion version of the code
 * @param declarationsHash hash over all stored declarations
 * @param tables full table name to pinned snapshot id, ordered by name
 * @param inputs raw and stream tables to the snapshots that figures were computed from
 */
public record Release(
    String releaseId,
    String status,
    OffsetDateTime createdAt,
    String fingerprint,
    String codeVersion,
    String declarationsHash,
    Map<String, Long> tables,
    Map<String, Long> inputs) {
  public Release {
    if (!releaseId.matches("[0-9A-Za-z_-]+")) {
      throw new IllegalArgumentException(
          "release id '" + releaseId + "' is not made of letters, digits, - and _");
    }
    tables = Collections.unmodifiableMap(new TreeMap<>(tables));
    inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
  }

  /** The tag that every table of the release carries: {@code release-ID}. */
  public String tag() {
    return "release-" + releaseId;
  }

  /**
   * The prefix of a release's namespaces in the warehouse {@code release}: {@code rID__}; a {@code
   * -} is written {@code _}, so that SQL needs no quotes.
   */
  public static String namespacePrefix(String releaseId) {
    return "r" + releaseId.replace('-', '_') + "__";
  }
}
