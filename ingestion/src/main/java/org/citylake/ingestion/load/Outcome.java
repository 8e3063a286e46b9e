package org.citylake.ingestion.load;

import java.util.Map;
import java.util.Optional;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.jspecify.annotations.Nullable;

/** What becomes of one record. */
sealed interface Outcome {
  /**
   * It is kept.
   *
   * @param row of the raw table, tokens for personal values
   * @param sealed row of the vault; empty when the source has no personal columns
   */
  record Accepted(
      String key, Map<String, @Nullable Object> row, Optional<Map<String, @Nullable Object>> sealed)
      implements Outcome {}

  /** It is refused. */
  record Refused(QuarantineEntry entry) implements Outcome {}

  /** It is known already. */
  record Duplicate() implements Outcome {}
}
