package org.citylake.ingestion.load;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One finished load: a row of audit.load, whose contract says what the columns are.
 *
 * @param contractHash SHA-256 of the source declaration
 * @param delivery SHA-256 of the delivered file
 * @param file name of the delivered file
 * @param reasons quarantined records by rule
 * @param warnings findings that only warn, by rule
 * @param status {@code complete}
 * @param arrivedAt when the platform learned it
 */
public record LoadEntry(
    String loadId,
    String sourceId,
    String contractVersion,
    String contractHash,
    String delivery,
    String file,
    long bytes,
    LocalDate snapshotDate,
    long arrived,
    long accepted,
    long quarantined,
    long duplicate,
    long missing,
    long ended,
    Map<String, Long> reasons,
    Map<String, Long> warnings,
    String status,
    OffsetDateTime arrivedAt) {
  /** Status of a load that is whole. */
  public static final String COMPLETE = "complete";

  public LoadEntry {
    reasons = java.util.Collections.unmodifiableMap(new TreeMap<>(reasons));
    warnings = java.util.Collections.unmodifiableMap(new TreeMap<>(warnings));
  }

  /** What the load did, told when it ends; the snapshot is not known here. */
  public LoadResult result() {
    return new LoadResult(
        loadId,
        sourceId,
        arrived,
        accepted,
        quarantined,
        duplicate,
        missing,
        ended,
        reasons,
        warnings,
        Optional.empty(),
        false);
  }

  /** What the same load did when it was asked for again: every record is a duplicate. */
  public LoadResult repeated() {
    return new LoadResult(
        loadId,
        sourceId,
        arrived,
        0,
        0,
        arrived,
        missing,
        0,
        Map.of(),
        Map.of(),
        Optional.empty(),
        true);
  }
}
