package org.citylake.ingestion.record;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A judged record with the row of the target table that it maps to.
 *
 * @param record typed, with its findings
 * @param row whole when the record was accepted; empty when the source has no mapping
 */
public record MappedRecord(SourceRecord record, Map<String, @Nullable Object> row) {}
