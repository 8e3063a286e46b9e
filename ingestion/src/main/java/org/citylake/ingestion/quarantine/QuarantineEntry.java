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
 * @param bytes the record as it came
 * @param reasons every reason, {@code rule: message}
 * @param contractVersion version of the contract that refused it
 */
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
    RefusedBytes bytes,
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
    return id(sourceId, variable, ContentHash.of(bytes), occurrence);
  }

  /**
   * The same, of a fingerprint of the bytes, which is keyed where they hold personal data: an id
   * must not tell what a record says.
   */
  public static String id(
      String sourceId, Optional<String> variable, String fingerprint, int occurrence) {
    String text =
        String.join("\n", sourceId, variable.orElse(""), fingerprint, Integer.toString(occurrence));
    return ContentHash.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }

  /**
   * The record as it came.
   *
   * @throws IllegalStateException when it is personal and the vault was not opened for it
   */
  public byte[] content() {
    if (bytes instanceof RefusedBytes.Personal personal) {
      return personal
          .opened()
          .orElseThrow(() -> new IllegalStateException(quarantineId + " was not opened"));
    }
    return ((RefusedBytes.Open) bytes).content();
  }

  /** Whether its bytes stand in the vault. */
  public boolean personal() {
    return bytes instanceof RefusedBytes.Personal;
  }

  /** The same entry with other bytes. */
  QuarantineEntry with(RefusedBytes other) {
    return new QuarantineEntry(
        quarantineId,
        stateAt,
        status,
        sourceId,
        loadId,
        delivery,
        file,
        line,
        variable,
        other,
        reasons,
        contractVersion);
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
