package org.citylake.ingestion.load;

import java.util.Map;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.jspecify.annotations.Nullable;

/** What becomes of one record. */
sealed interface Outcome {
  /** It is kept: a row of the raw table. */
  record Accepted(String key, Map<String, @Nullable Object> row) implements Outcome {}

  /** It is refused. */
  record Refused(QuarantineEntry entry) implements Outcome {}

  /** It is known already. */
  record Duplicate() implements Outcome {}
}
