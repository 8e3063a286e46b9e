package org.citylake.ingestion.load;

import java.io.Closeable;
import org.citylake.ingestion.record.ParsedLine;
import org.jspecify.annotations.Nullable;

/** The records of a load in their order, each time anew: from a file, or out of the quarantine. */
interface RecordFeed {
  /**
   * Records of one line and where it stands.
   *
   * @param line the line's records and its number of empty cells
   * @param place where they come from
   */
  record FedLine(ParsedLine line, RawRow.Place place) {}

  /** Starts from the beginning. */
  Cursor open();

  /** A place in the feed. */
  interface Cursor extends Closeable {
    /** The next line, null after the last. */
    @Nullable FedLine next();

    @Override
    void close();
  }
}
