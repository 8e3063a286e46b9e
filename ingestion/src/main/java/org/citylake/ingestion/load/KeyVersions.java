package org.citylake.ingestion.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.ingestion.key.HashIndex;
import org.citylake.ingestion.key.TextHash;
import org.citylake.ingestion.store.TableStore;
import org.jspecify.annotations.Nullable;

/**
 * Every version of every key of a raw table, as dates and content hashes. Of a key's versions the
 * one with the latest snapshot date is valid, and of several of that date the highest revision: a
 * file that arrives late adds versions that held before, and they do not win. The loader sees to it
 * that the highest revision over all is of the latest snapshot date.
 *
 * <p>Keys are held by their hashes in plain arrays: a key with one version takes about 70 bytes.
 */
final class KeyVersions {
  private static final int NONE = -1;
  private static final List<String> COLUMNS =
      List.of(
          RawRow.SOURCE_KEY,
          RawRow.OCCURRENCE,
          RawRow.REVISION,
          RawRow.LOAD_ID,
          RawRow.DELIVERY,
          RawRow.OPERATION,
          RawRow.SNAPSHOT_DATE,
          RawRow.CONTENT_HASH);

  /** One version. The hash of an ended key's last row is of no use and not asked for. */
  record Version(
      LocalDate snapshotDate, int revision, TextHash hash, boolean ended, String delivery) {}

  private final HashIndex keys = new HashIndex();
  private final Map<String, Integer> deliveries = new HashMap<>();
  private final List<String> deliveryNames = new ArrayList<>();

  /** Of each key its version that was read last. */
  private int[] newest = new int[0];

  private int[] day = new int[0];
  private int[] revision = new int[0];
  private int[] delivery = new int[0];
  private boolean[] ended = new boolean[0];
  private long[] high = new long[0];
  private long[] low = new long[0];

  /** Of each version the one of the same key that was read before it. */
  private int[] before = new int[0];

  private int size;

  /** Reads the versions of a raw table, leaving out those that the given load wrote itself. */
  static KeyVersions read(TableStore store, String table, String exceptLoadId) {
    KeyVersions versions = new KeyVersions();
    store.scan(
        table,
        COLUMNS,
        row -> {
          if (!exceptLoadId.equals(row.get(RawRow.LOAD_ID))) {
            versions.add(row);
          }
        });
    return versions;
  }

  private void add(Map<String, @Nullable Object> row) {
    int known = keys.size();
    int key = keys.add(RawRow.keyHash(row));
    if (key == newest.length) {
      newest = Arrays.copyOf(newest, HashIndex.larger(key));
    }
    if (size == day.length) {
      grow(HashIndex.larger(size));
    }
    TextHash hash = TextHash.ofHexadecimal(RawRow.value(row, RawRow.CONTENT_HASH).toString());
    day[size] = Math.toIntExact(((LocalDate) RawRow.value(row, RawRow.SNAPSHOT_DATE)).toEpochDay());
    revision[size] = (Integer) RawRow.value(row, RawRow.REVISION);
    delivery[size] = number(RawRow.value(row, RawRow.DELIVERY).toString());
    ended[size] = RawRow.ENDED.equals(row.get(RawRow.OPERATION));
    high[size] = hash.high();
    low[size] = hash.low();
    before[size] = key < known ? newest[key] : NONE;
    newest[key] = size++;
  }

  private void grow(int length) {
    day = Arrays.copyOf(day, length);
    revision = Arrays.copyOf(revision, length);
    delivery = Arrays.copyOf(delivery, length);
    ended = Arrays.copyOf(ended, length);
    high = Arrays.copyOf(high, length);
    low = Arrays.copyOf(low, length);
    before = Arrays.copyOf(before, length);
  }

  private int number(String name) {
    return deliveries.computeIfAbsent(
        name,
        added -> {
          deliveryNames.add(added);
          return deliveryNames.size() - 1;
        });
  }

  /** The version that held on that day, which may be an end. */
  Optional<Version> asOf(TextHash key, LocalDate on) {
    int found = keys.find(key);
    int version = found == NONE ? NONE : valid(found, on);
    return version == NONE
        ? Optional.empty()
        : Optional.of(
            new Version(
                LocalDate.ofEpochDay(day[version]),
                revision[version],
                new TextHash(high[version], low[version]),
                ended[version],
                deliveryNames.get(delivery[version])));
  }

  /** The version of a key that held on that day, -1 where there was none. */
  private int valid(int key, LocalDate on) {
    long latest = on.toEpochDay();
    int best = NONE;
    for (int version = newest[key]; version != NONE; version = before[version]) {
      if (day[version] <= latest
          && (best == NONE
              || day[version] > day[best]
              || (day[version] == day[best] && revision[version] > revision[best]))) {
        best = version;
      }
    }
    return best;
  }

  /** The revision that the key's next version bears, from 1. */
  int nextRevision(TextHash key) {
    int highest = 0;
    int found = keys.find(key);
    if (found != NONE) {
      for (int version = newest[found]; version != NONE; version = before[version]) {
        highest = Math.max(highest, revision[version]);
      }
    }
    return highest + 1;
  }

  /** How many keys held on that day. */
  int countValid(LocalDate on) {
    return keysValid(on, new HashIndex()).size();
  }

  /** The keys that held on that day and are not among the others. */
  HashIndex keysValid(LocalDate on, HashIndex others) {
    HashIndex found = new HashIndex();
    for (int key = 0; key < keys.size(); key++) {
      int version = valid(key, on);
      if (version != NONE && !ended[version] && others.find(keys.get(key)) == NONE) {
        found.add(keys.get(key));
      }
    }
    return found;
  }

  /** Whether the row is the version of its key that held on that day. */
  boolean isValidOn(Map<String, @Nullable Object> row, LocalDate on) {
    int found = keys.find(RawRow.keyHash(row));
    int version = found == NONE ? NONE : valid(found, on);
    return version != NONE && revision[version] == (Integer) RawRow.value(row, RawRow.REVISION);
  }
}
