package org.citylake.ingestion.custody;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.ingestion.load.RawRow;
import org.citylake.ingestion.record.RowHash;
import org.citylake.ingestion.store.TableStore;
import org.jspecify.annotations.Nullable;

/** Until when each content of each record of a raw table held. */
final class StoredVersions {
  private static final Comparator<Version> ORDER =
      Comparator.comparing(Version::from).thenComparingInt(Version::revision);

  private record Version(LocalDate from, int revision, String hash, boolean ended) {}

  private final Map<String, List<Version>> byKey = new HashMap<>();

  /** Reads the versions of a raw table. */
  static StoredVersions read(TableStore store, String rawTable) {
    StoredVersions versions = new StoredVersions();
    store.scan(rawTable, versions::add);
    versions.byKey.values().forEach(list -> list.sort(ORDER));
    return versions;
  }

  private void add(Map<String, @Nullable Object> row) {
    byKey
        .computeIfAbsent(RawRow.key(row), k -> new ArrayList<>(1))
        .add(
            new Version(
                (LocalDate) RawRow.value(row, RawRow.SNAPSHOT_DATE),
                (Integer) RawRow.value(row, RawRow.REVISION),
                RowHash.of(RawRow.content(row)),
                RawRow.ENDED.equals(row.get(RawRow.OPERATION))));
  }

  /** Content hashes of a record, oldest first, each once. */
  List<String> contents(String key) {
    return byKey.getOrDefault(key, List.of()).stream().map(Version::hash).distinct().toList();
  }

  /**
   * The day from which a content no longer held; empty while it holds, and for one that no raw row
   * has, whose load was interrupted and will be done again.
   */
  Optional<LocalDate> heldUntil(String key, String contentHash) {
    List<Version> versions = byKey.getOrDefault(key, List.of());
    Optional<LocalDate> until = Optional.empty();
    for (int i = 0; i < versions.size(); i++) {
      Version version = versions.get(i);
      if (!version.hash().equals(contentHash)) {
        continue;
      }
      if (version.ended()) {
        until = Optional.of(version.from());
      } else if (i + 1 == versions.size()) {
        return Optional.empty();
      } else {
        until = Optional.of(versions.get(i + 1).from());
      }
    }
    return until;
  }

  /** Keys of all records. */
  Set<String> keys() {
    return new HashSet<>(byKey.keySet());
  }
}
