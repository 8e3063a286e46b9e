package org.citylake.lakehouse.release;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
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
 * @param occasion why it was made, and after which
 */
public record Release(
    String releaseId,
    String status,
    OffsetDateTime createdAt,
    String fingerprint,
    String codeVersion,
    String declarationsHash,
    Map<String, Long> tables,
    Map<String, Long> inputs,
    Occasion occasion) {
  /** Status of a release whose figures may still change. */
  public static final String PRELIMINARY = "preliminary";

  /** Status of a release that is never changed. */
  public static final String FINAL = "final";

  /**
   * Why a release was made.
   *
   * @param reason in a person's words, or what changed; empty in releases of old
   * @param follows id of the release before it; empty for the first
   * @param corrects id of the final release whose figures it replaces, if there is one
   */
  public record Occasion(
      Optional<String> reason, Optional<String> follows, Optional<String> corrects) {
    /** Nothing is known. */
    public static final Occasion NONE =
        new Occasion(Optional.empty(), Optional.empty(), Optional.empty());

    /** After a release; a final one is corrected, and what the one before corrects still is. */
    public static Occasion after(Release before, Optional<String> reason) {
      return new Occasion(
          reason,
          Optional.of(before.releaseId()),
          before.isFinal() ? Optional.of(before.releaseId()) : before.occasion().corrects());
    }
  }

  public Release {
    if (!releaseId.matches("[0-9A-Za-z_-]+")) {
      throw new IllegalArgumentException(
          "release id '" + releaseId + "' is not made of letters, digits, - and _");
    }
    tables = Collections.unmodifiableMap(new TreeMap<>(tables));
    inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
  }

  /** Whether it is never changed. */
  public boolean isFinal() {
    return status.equals(FINAL);
  }

  /** Id of the final release of the same tables: the same whenever it is asked. */
  public String finalId() {
    return releaseId + "-" + FINAL;
  }

  /** The same release, made on an occasion. */
  public Release made(Occasion why) {
    return new Release(
        releaseId,
        status,
        createdAt,
        fingerprint,
        codeVersion,
        declarationsHash,
        tables,
        inputs,
        why);
  }

  /** The same tables as a final release that follows this one. */
  public Release finalised(OffsetDateTime when, String reason) {
    return new Release(
        finalId(),
        FINAL,
        when,
        fingerprint,
        codeVersion,
        declarationsHash,
        tables,
        inputs,
        new Occasion(Optional.of(reason), Optional.of(releaseId), occasion.corrects()));
  }

  /**
   * Id of the release that its figures are compared with: of a final one the one that it corrects,
   * because it has the figures of the one that it follows; else the one that it follows.
   */
  public Optional<String> comparedWith() {
    return isFinal() ? occasion.corrects() : occasion.follows();
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
