package org.citylake.ingestion.generate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that is ready to be written.
 *
 * @param record what it tells
 * @param texts a text for each column of the contract, null for none
 * @param keys the records that it becomes, as {@code raw.source_key} names them
 */
record WrittenRow(SampleRecord record, List<@Nullable String> texts, List<String> keys) {}
