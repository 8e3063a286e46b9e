package org.citylake.ingestion.mapping;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.citylake.ingestion.quality.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A row of the target table, as far as it could be made.
 *
 * @param values every column of the target, in its order; null where there is no value. Not copied:
 *     whoever made them keeps no hand on them
 * @param findings why columns could not be filled; empty when the row is whole
 */
public record MappedRow(Map<String, @Nullable Object> values, List<Finding> findings) {
  public MappedRow {
    values = Collections.unmodifiableMap(values);
    findings = List.copyOf(findings);
  }
}
