package org.citylake.ingestion.generate;

import org.jspecify.annotations.Nullable;

/** One synthetic person, legal entity or case. */
interface Entity {
  /** The id that the truth names it by, such as {@code P000000042}. */
  String id();

  /** Its own draws. */
  Draw draw();

  /** The area whose clerks share their habits: faults come in clusters by it. */
  String neighbourhood();

  /** How many faults its records have for the average of 1: old ones were typed from paper. */
  default double proneness() {
    return 1;
  }

  /** Whether it has left, died or closed: registers may still hold it. */
  boolean gone();

  /**
   * An attribute by its name in sample.yaml: a text, LocalDate, LocalDateTime or BigDecimal; null
   * when the entity has none.
   *
   * @throws IllegalArgumentException for a name that its population does not have
   */
  @Nullable Object attribute(String name);
}
