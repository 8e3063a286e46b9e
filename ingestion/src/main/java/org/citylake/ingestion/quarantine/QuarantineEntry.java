package org.citylake.ingestion.quarantine;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.citylake.core.json.ContentHash;

/**
 * One state of one quarantined record: a row of audit.quarantine.
 *
 * @param quarantineId see {@link #id}
 * @param stateAt when the state began
 * @param status {@code open}, {@code replayed} or {@code closed}
 * @param loadId load in which it was found, or which replayed it
 * @param delivery SHA-256 of the delivered file
 * @param line physical line in the file
 * @param variable the wide column, for unpivoted sources
 * @param bytes the line as it came
 * @param reasons every reason, {@code rule: message}
 * @param contractVersion version of the contract that refused it
 */
@SuppressWarnings("ArrayRecordComponent") // entries are told apart by quarantineId and stateAt
public record QuarantineEntry(
    String quarantineId,
    OffsetDateTime stateAt,
    String status,
    String sourceId,
    String loadId,
    String delivery,
    String file,
    long line,
    Optional<String> variable,
    byte[] bytes,
    List<String> reasons,
    String contractVersion) {
  /** Waits for a fix. */
  public static final String OPEN = "open";

  /** Passed when read again. */
  public static final String REPLAYED = "replayed";

  /** Given up by a person. */
  public static final String CLOSED = "closed";

  public QuarantineEntry {
    reasons = List.copyOf(reasons);
  }

  /**
   * The id of a quarantined record: first 16 hexadecimal digits of the SHA-256 over source,
   * variable, bytes, and the count of records with the same of these before it in its delivery.
   *
   * @param occurrence 1 for the first such record of a delivery
   */
  public static String id(
      String sourceId, Optional<String> variable, byte[] bytes, int occurrence) {
    String text =
        String.join(
            "\n",
            sourceId,
            variable.orElse(""),
            ContentHash.of(bytes),
            Integer.toString(occurrence));
    return ContentHash.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }

  /** The same record in another state. */
  public QuarantineEntry in(
      String newStatus,
      OffsetDateTime at,
      String newLoadId,
      List<String> newReasons,
      String version) {
    return new QuarantineEntry(
        quarantineId,
        at,
        newStatus,
        sourceId,
        newLoadId,
        delivery,
        file,
        line,
        variable,
        bytes,
        newReasons,
        version);
  }
}
