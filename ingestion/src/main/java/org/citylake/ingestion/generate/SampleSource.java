package org.citylake.ingestion.generate;

import java.util.function.Consumer;

/** Makes the rows of one source's extract. */
interface SampleSource {
  /** The name of the truth that tells of its entities, such as {@code person}. */
  String truth();

  /** Makes every row in order and hands each on at once, so that no more than one is held. */
  void rows(Consumer<WrittenRow> row);
}
