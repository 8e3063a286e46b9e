package org.citylake.ingestion.load;

import java.io.Closeable;
import java.util.Optional;
import org.citylake.ingestion.record.LineParser;
import org.citylake.ingestion.record.ParsedLine;
import org.citylake.ingestion.record.RecordLine;
import org.jspecify.annotations.Nullable;

/** The lines of a load in their order, each time anew: from a file, or out of the quarantine. */
interface RecordFeed {
  /**
   * A line and where it stands.
   *
   * @param variable the wide column that alone is asked for; empty for all of the line
   * @param place where it comes from
   */
  record FedLine(RecordLine line, Optional<String> variable, RawRow.Place place) {
    /** Its records. */
    ParsedLine parse(LineParser parser) {
      ParsedLine parsed = parser.parse(line);
      return variable.isEmpty()
          ? parsed
          : new ParsedLine(
              parsed.records().stream()
                  .filter(r -> r.variable().isEmpty() || r.variable().equals(variable))
                  .toList(),
              0);
    }
  }

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
