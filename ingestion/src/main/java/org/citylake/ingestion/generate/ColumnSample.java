package org.citylake.ingestion.generate;

import org.jspecify.annotations.Nullable;

/** Makes the values of one column. */
interface ColumnSample {
  /** The value as it stands in the file; null for none. */
  @Nullable String text(SampleRecord record);
}
