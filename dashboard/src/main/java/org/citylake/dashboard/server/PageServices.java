package org.citylake.dashboard.server;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.citylake.dashboard.drill.AccessJournal;
import org.citylake.dashboard.drill.LakeReading;

/**
 * What the page is served from beside the stores of its home.
 *
 * @param published id of the published release, asked at the start of every request
 * @param lake tables for single cases and quality; without it the server does not offer them
 * @param clock tells when sessions end
 * @param publicName name under which a proxy with TLS shows the page to others; empty when it is
 *     for this machine alone
 */
public record PageServices(
    Supplier<Optional<String>> published,
    Optional<Lake> lake,
    Clock clock,
    Optional<String> publicName) {

  /** For this machine alone. */
  public PageServices(Supplier<Optional<String>> published, Optional<Lake> lake, Clock clock) {
    this(published, lake, clock, Optional.empty());
  }

  /**
   * The lakehouse.
   *
   * @param tables reads them
   * @param journal keeps who read what
   */
  public record Lake(LakeReading tables, AccessJournal journal) {}
}
