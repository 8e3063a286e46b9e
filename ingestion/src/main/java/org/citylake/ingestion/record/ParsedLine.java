package org.citylake.ingestion.record;

import java.util.List;

/**
 * What one line holds.
 *
 * @param records one per row, or one per non-empty cell of an unpivoted source; one with findings
 *     when the line cannot be parsed
 * @param missing empty cells of an unpivoted source, which are no records
 */
public record ParsedLine(List<SourceRecord> records, int missing) {
  public ParsedLine {
    records = List.copyOf(records);
  }
}
