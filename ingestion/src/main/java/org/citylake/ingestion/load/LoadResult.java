package org.citylake.ingestion.load;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a load did. {@code arrived = accepted + quarantined + duplicate}.
 *
 * @param loadId see {@link LoadId}
 * @param source the source's id
 * @param arrived records that arrived
 * @param accepted records kept
 * @param quarantined records refused and kept aside
 * @param duplicate records already known
 * @param missing empty cells of an unpivoted file, outside the sum
 * @param ended keys that a full delivery no longer has, outside the sum
 * @param reasons rule to number of quarantined records, ordered; a record with two reasons counts
 *     under both
 * @param warnings rule to number of findings that only warn, ordered
 * @param snapshotId snapshot of the raw table with the rows; empty when only examined
 * @param alreadyDone whether the same load was finished before
 */
public record LoadResult(
    String loadId,
    String source,
    long arrived,
    long accepted,
    long quarantined,
    long duplicate,
    long missing,
    long ended,
    Map<String, Long> reasons,
    Map<String, Long> warnings,
    Optional<Long> snapshotId,
    boolean alreadyDone) {
  public LoadResult {
    reasons = java.util.Collections.unmodifiableMap(new TreeMap<>(reasons));
    warnings = java.util.Collections.unmodifiableMap(new TreeMap<>(warnings));
    if (arrived != accepted + quarantined + duplicate) {
      throw new IllegalStateException(
          "load "
              + loadId
              + ": "
              + arrived
              + " arrived, but "
              + accepted
              + " + "
              + quarantined
              + " + "
              + duplicate
              + " are accounted for");
    }
  }

  /** What became of the records, for people: the source and the sum. */
  public String told() {
    return "%s: %d arrived = %d accepted + %d quarantined + %d duplicate"
        .formatted(source, arrived, accepted, quarantined, duplicate);
  }
}
