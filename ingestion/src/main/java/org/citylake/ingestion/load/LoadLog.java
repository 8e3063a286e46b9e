package org.citylake.ingestion.load;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.citylake.core.json.Json;
import org.citylake.ingestion.store.TableStore;
import org.jspecify.annotations.Nullable;

/** The finished loads, in the table audit.load. Its row is the marker that a load is whole. */
public final class LoadLog {
  /** The table. */
  public static final String TABLE = "audit.load";

  private static final int VOLUMES = 10;

  private static final Comparator<LoadEntry> BY_DATE =
      Comparator.comparing(LoadEntry::snapshotDate).thenComparing(LoadEntry::arrivedAt);

  private final TableStore store;

  /** The log in a store. */
  public LoadLog(TableStore store) {
    this.store = store;
  }

  /** The load of that id, if it is whole. */
  public Optional<LoadEntry> find(String loadId) {
    List<LoadEntry> found = new ArrayList<>();
    store.scan(TABLE, "load_id", loadId, row -> found.add(entry(row)));
    return found.stream().findFirst();
  }

  /** All finished loads of a source, by snapshot date, then arrival. */
  public List<LoadEntry> ofSource(String sourceId) {
    List<LoadEntry> found = new ArrayList<>();
    store.scan(TABLE, "source_id", sourceId, row -> found.add(entry(row)));
    found.sort(BY_DATE);
    return found;
  }

  /** All finished loads by source, a source's by snapshot date, then arrival. */
  public Map<String, List<LoadEntry>> bySource() {
    Map<String, List<LoadEntry>> found = new TreeMap<>();
    store.scan(
        TABLE,
        row -> {
          LoadEntry load = entry(row);
          found.computeIfAbsent(load.sourceId(), id -> new ArrayList<>()).add(load);
        });
    found.values().forEach(loads -> loads.sort(BY_DATE));
    return found;
  }

  /** The latest snapshot date of loads. */
  static Optional<LocalDate> newest(List<LoadEntry> loads) {
    return loads.stream().map(LoadEntry::snapshotDate).max(LocalDate::compareTo);
  }

  /**
   * How many records arrived with each of a source's last loads, at most 10. A replay is no load of
   * its own here: it repeats a delivery.
   */
  static List<Long> volumes(List<LoadEntry> loads) {
    Map<String, Long> byDelivery = new LinkedHashMap<>();
    loads.stream()
        .sorted(Comparator.comparing(LoadEntry::arrivedAt))
        .forEach(load -> byDelivery.putIfAbsent(load.delivery(), load.arrived()));
    List<Long> volumes = List.copyOf(byDelivery.values());
    return volumes.subList(Math.max(0, volumes.size() - VOLUMES), volumes.size());
  }

  /** Marks a load as whole; once, however often it is said. */
  public void write(LoadEntry entry) {
    store.append(TABLE, entry.loadId() + "/" + TABLE, List.of(row(entry)));
  }

  /** A load as one line of JSON. */
  static String text(LoadEntry entry) {
    Map<String, @Nullable Object> row = row(entry);
    row.put("snapshot_date", entry.snapshotDate().toString());
    row.put("arrived_at", entry.arrivedAt().toString());
    return Json.line(row);
  }

  /** The load that {@link #text} wrote. */
  static LoadEntry entry(String text) throws IOException {
    Map<String, @Nullable Object> row =
        Json.mapper().readValue(text, new TypeReference<Map<String, @Nullable Object>>() {});
    row.put("snapshot_date", LocalDate.parse(text(row, "snapshot_date")));
    row.put("arrived_at", OffsetDateTime.parse(text(row, "arrived_at")));
    return entry(row);
  }

  private static Map<String, @Nullable Object> row(LoadEntry entry) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("load_id", entry.loadId());
    row.put("source_id", entry.sourceId());
    row.put("contract_version", entry.contractVersion());
    row.put("contract_hash", entry.contractHash());
    row.put("delivery", entry.delivery());
    row.put("file", entry.file());
    row.put("bytes", entry.bytes());
    row.put("snapshot_date", entry.snapshotDate());
    row.put("arrived", entry.arrived());
    row.put("accepted", entry.accepted());
    row.put("quarantined", entry.quarantined());
    row.put("duplicate", entry.duplicate());
    row.put("missing", entry.missing());
    row.put("ended", entry.ended());
    row.put("reasons", entry.reasons());
    row.put("warnings", entry.warnings());
    row.put("status", entry.status());
    row.put("arrived_at", entry.arrivedAt());
    return row;
  }

  private static LoadEntry entry(Map<String, @Nullable Object> row) {
    return new LoadEntry(
        text(row, "load_id"),
        text(row, "source_id"),
        text(row, "contract_version"),
        text(row, "contract_hash"),
        text(row, "delivery"),
        text(row, "file"),
        number(row, "bytes"),
        (LocalDate) value(row, "snapshot_date"),
        number(row, "arrived"),
        number(row, "accepted"),
        number(row, "quarantined"),
        number(row, "duplicate"),
        number(row, "missing"),
        number(row, "ended"),
        counts(row, "reasons"),
        counts(row, "warnings"),
        text(row, "status"),
        (OffsetDateTime) value(row, "arrived_at"));
  }

  /** By rule; none where the column was not written yet. */
  private static Map<String, Long> counts(Map<String, @Nullable Object> row, String column) {
    Map<String, Long> counts = new TreeMap<>();
    if (row.get(column) instanceof Map<?, ?> byRule) {
      byRule.forEach((rule, n) -> counts.put(String.valueOf(rule), ((Number) n).longValue()));
    }
    return counts;
  }

  private static Object value(Map<String, @Nullable Object> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  private static String text(Map<String, @Nullable Object> row, String column) {
    return value(row, column).toString();
  }

  private static long number(Map<String, @Nullable Object> row, String column) {
    return ((Number) value(row, column)).longValue();
  }
}
