package org.citylake.ingestion.load;

import java.util.Map;
import org.citylake.ingestion.key.TextHash;
import org.citylake.ingestion.record.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a record by itself, without the others of its delivery.
 *
 * @param record with typed values and what the contract finds wrong with them
 * @param place where it stands
 * @param open its values with tokens for personal ones; empty for a line that cannot be read
 * @param sourceKey its key within the source, of tokens too
 * @param key hash of the key
 * @param content hash of the open values, 32 hexadecimal digits
 */
record PreparedRecord(
    SourceRecord record,
    RawRow.Place place,
    Map<String, @Nullable Object> open,
    String sourceKey,
    TextHash key,
    String content) {
  private static final TextHash NOTHING = new TextHash(0, 0);

  /** A line of which nothing can be read. */
  static PreparedRecord unreadable(SourceRecord record, RawRow.Place place) {
    return new PreparedRecord(record, place, Map.of(), "", NOTHING, "");
  }
}
