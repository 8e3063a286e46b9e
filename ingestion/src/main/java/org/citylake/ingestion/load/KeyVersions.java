package org.citylake.ingestion.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.citylake.ingestion.record.RowHash;
import org.citylake.ingestion.store.TableStore;
import org.jspecify.annotations.Nullable;

/**
 * Every version of every key of a raw table, as dates and content hashes. Of a key's versions the
 * one with the latest snapshot date is valid, and of several of that date the highest revision: a
 * file that arrives late adds versions that held before, and they do not win. The loader sees to it
 * that the highest revision over all is of the latest snapshot date.
 */
final class KeyVersions {
  private static final Comparator<Version> ORDER =
      Comparator.comparing(Version::snapshotDate).thenComparingInt(Version::revision);

  /** One version. The hash of an ended key's last row is of no use and not asked for. */
  record Version(
      LocalDate snapshotDate, int revision, String hash, boolean ended, String delivery) {}

  private final Map<String, List<Version>> byKey = new HashMap<>();

  /** Reads the versions of a raw table, leaving out those that the given load wrote itself. */
  static KeyVersions read(TableStore store, String table, String exceptLoadId) {
    KeyVersions versions = new KeyVersions();
    store.scan(
        table,
        row -> {
          if (!exceptLoadId.equals(row.get(RawRow.LOAD_ID))) {
            versions.add(row);
          }
        });
    return versions;
  }

  private void add(Map<String, @Nullable Object> row) {
    Version version =
        new Version(
            (LocalDate) RawRow.value(row, RawRow.SNAPSHOT_DATE),
            (Integer) RawRow.value(row, RawRow.REVISION),
            RowHash.of(RawRow.content(row)),
            RawRow.ENDED.equals(row.get(RawRow.OPERATION)),
            RawRow.value(row, RawRow.DELIVERY).toString());
    byKey.computeIfAbsent(RawRow.key(row), k -> new ArrayList<>(1)).add(version);
  }

  /** The version that held on that day, which may be an end. */
  Optional<Version> asOf(String key, LocalDate day) {
    return byKey.getOrDefault(key, List.of()).stream()
        .filter(v -> !v.snapshotDate().isAfter(day))
        .max(ORDER);
  }

  /** The revision that the key's next version bears, from 1. */
  int nextRevision(String key) {
    return byKey.getOrDefault(key, List.of()).stream().mapToInt(Version::revision).max().orElse(0)
        + 1;
  }

  /** Keys that held on that day, ordered. */
  Set<String> validOn(LocalDate day) {
    Set<String> valid = new TreeSet<>();
    for (String key : byKey.keySet()) {
      if (asOf(key, day).filter(v -> !v.ended()).isPresent()) {
        valid.add(key);
      }
    }
    return valid;
  }

  /** Whether the row is the version of its key that held on that day. */
  boolean isValidOn(Map<String, @Nullable Object> row, LocalDate day) {
    return asOf(RawRow.key(row), day)
        .filter(v -> v.revision() == (Integer) Objects.requireNonNull(row.get(RawRow.REVISION)))
        .isPresent();
  }
}
