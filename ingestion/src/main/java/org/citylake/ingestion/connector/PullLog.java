package org.citylake.ingestion.connector;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.citylake.ingestion.load.LoadResult;
import org.citylake.ingestion.store.TableStore;
import org.jspecify.annotations.Nullable;

/** What connectors fetched, and where they go on, in the table audit.pull. */
public final class PullLog {
  /** The table. */
  public static final String TABLE = "audit.pull";

  private final TableStore store;

  /** The log in a store, whose table is there. */
  public PullLog(TableStore store) {
    this.store = store;
  }

  /** The newest position of a source. */
  public Optional<String> position(String sourceId) {
    Newest newest = new Newest();
    store.scan(TABLE, "source_id", sourceId, newest::see);
    return Optional.ofNullable(newest.position);
  }

  /** Notes a delivery that was loaded. */
  public void write(
      String sourceId, String origin, Fetched fetched, LoadResult load, OffsetDateTime at) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("source_id", sourceId);
    row.put("pulled_at", at.withOffsetSameInstant(ZoneOffset.UTC));
    row.put("load_id", load.loadId());
    row.put("origin", origin);
    row.put("position", fetched.position().orElse(null));
    row.put("records", load.arrived());
    store.append(TABLE, load.loadId() + at.toInstant() + "/" + TABLE, List.of(row));
  }

  private static final class Newest {
    private @Nullable OffsetDateTime at;
    private @Nullable String position;

    void see(Map<String, @Nullable Object> row) {
      OffsetDateTime pulled = (OffsetDateTime) Objects.requireNonNull(row.get("pulled_at"));
      Object there = row.get("position");
      if (there != null && (at == null || pulled.isAfter(at))) {
        at = pulled;
        position = there.toString();
      }
    }
  }
}
