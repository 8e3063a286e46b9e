package org.citylake.entities.golden;

import java.util.Comparator;

/**
 * What tells a record from those of all sources.
 *
 * @param source id of the source
 * @param key the record's key within its source
 */
public record RecordKey(String source, String key) implements Comparable<RecordKey> {
  private static final Comparator<RecordKey> ORDER =
      Comparator.comparing(RecordKey::source).thenComparing(RecordKey::key);

  @Override
  public int compareTo(RecordKey other) {
    return ORDER.compare(this, other);
  }
}
