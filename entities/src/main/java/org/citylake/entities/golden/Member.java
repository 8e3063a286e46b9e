package org.citylake.entities.golden;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A record of a source as a merge sees it.
 *
 * @param source id of the source
 * @param rank place of the source in the order of priority, 0 first
 * @param key the record's key within its source
 * @param firstSeen the day that its source first knew of it, ISO 8601; empty when not told
 * @param updated when its source last changed it, a text that sorts by time; empty when not told
 * @param synthetic whether it is made up
 * @param values attribute to value; what is missing is left out
 */
public record Member(
    String source,
    int rank,
    String key,
    String firstSeen,
    String updated,
    boolean synthetic,
    Map<String, String> values) {

  /** By priority of the source, then first seen (not told comes last), then key. */
  public static final Comparator<Member> ORDER =
      Comparator.comparingInt(Member::rank)
          .thenComparing(m -> m.firstSeen().isEmpty())
          .thenComparing(Member::firstSeen)
          .thenComparing(Member::source)
          .thenComparing(Member::key);

  public Member {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** The value of an attribute. */
  public Optional<String> value(String attribute) {
    return Optional.ofNullable(values.get(attribute));
  }

  /** What tells the record from those of all sources. */
  public RecordKey recordKey() {
    return new RecordKey(source, key);
  }
}
