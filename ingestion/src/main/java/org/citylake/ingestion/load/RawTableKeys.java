package org.citylake.ingestion.load;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.ingestion.reference.ReferencedKeys;
import org.citylake.ingestion.store.TableStore;
import org.citylake.ingestion.type.ValueText;
import org.jspecify.annotations.Nullable;

/**
 * The keys in raw tables that held on a day. A key that is known of later days alone counts too:
 * registers are often delivered after what refers to them. Only what was known when the load
 * arrived counts, so that an interrupted load that is done again decides alike.
 */
final class RawTableKeys implements ReferencedKeys {
  private final TableStore store;
  private final LocalDate day;
  private final OffsetDateTime arrival;

  /**
   * The keys for a load.
   *
   * @param day its snapshot date
   * @param arrival when it arrived
   */
  RawTableKeys(TableStore store, LocalDate day, OffsetDateTime arrival) {
    this.store = store;
    this.day = day;
    this.arrival = arrival;
  }

  /** What is known of a key: its newest version up to the day; null when all are later. */
  private record State(@Nullable LocalDate date, int revision, boolean ended) {}

  @Override
  public Optional<Set<String>> find(String source, String column) {
    String table = "raw." + source;
    if (!store.exists(table)) {
      return Optional.empty();
    }
    Map<String, State> states = new HashMap<>();
    store.scan(
        table,
        List.of(column, RawRow.SNAPSHOT_DATE, RawRow.REVISION, RawRow.OPERATION, RawRow.KNOWN_FROM),
        row -> {
          String key = ValueText.of(row.get(column));
          if (key != null && !known(row).isAfter(arrival)) {
            states.merge(key, state(row), RawTableKeys::newer);
          }
        });
    if (states.isEmpty()) {
      return Optional.empty();
    }
    Set<String> keys = new HashSet<>();
    states.forEach(
        (key, state) -> {
          if (!state.ended()) {
            keys.add(key);
          }
        });
    return Optional.of(keys);
  }

  private State state(Map<String, @Nullable Object> row) {
    LocalDate date = (LocalDate) RawRow.value(row, RawRow.SNAPSHOT_DATE);
    return date.isAfter(day)
        ? new State(null, 0, false)
        : new State(
            date,
            (Integer) RawRow.value(row, RawRow.REVISION),
            RawRow.ENDED.equals(row.get(RawRow.OPERATION)));
  }

  private static State newer(State one, State other) {
    if (one.date() == null || other.date() == null) {
      return one.date() == null ? other : one;
    }
    int order = one.date().compareTo(other.date());
    return order > 0 || (order == 0 && one.revision() > other.revision()) ? one : other;
  }

  private static OffsetDateTime known(Map<String, @Nullable Object> row) {
    return (OffsetDateTime) RawRow.value(row, RawRow.KNOWN_FROM);
  }
}
