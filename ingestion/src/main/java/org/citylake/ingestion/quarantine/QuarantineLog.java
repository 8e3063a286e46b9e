package org.citylake.ingestion.quarantine;

import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.ingestion.store.TableStore;
import org.jspecify.annotations.Nullable;

/** The quarantined records, in the table audit.quarantine. States are appended, never changed. */
public final class QuarantineLog {
  /** The table. */
  public static final String TABLE = "audit.quarantine";

  private final TableStore store;

  /** The log in a store. */
  public QuarantineLog(TableStore store) {
    this.store = store;
  }

  /** The newest state of every record, by source, file, line and variable. */
  public List<QuarantineEntry> list() {
    Map<String, QuarantineEntry> newest = new HashMap<>();
    store.scan(TABLE, row -> keep(newest, entry(row)));
    return sorted(newest);
  }

  /** The newest state of every record of a source. */
  public List<QuarantineEntry> list(String sourceId) {
    Map<String, QuarantineEntry> newest = new HashMap<>();
    store.scan(TABLE, "source_id", sourceId, row -> keep(newest, entry(row)));
    return sorted(newest);
  }

  /**
   * The newest state of one record.
   *
   * @throws CityLakeException of kind USER when there is none of that id
   */
  public QuarantineEntry show(String quarantineId) {
    Map<String, QuarantineEntry> newest = new HashMap<>();
    store.scan(TABLE, "quarantine_id", quarantineId, row -> keep(newest, entry(row)));
    return Optional.ofNullable(newest.get(quarantineId))
        .orElseThrow(
            () ->
                new CityLakeException(
                    Kind.USER,
                    "No quarantined record has the id '"
                        + quarantineId
                        + "': see citylake quarantine list"));
  }

  /**
   * Ids of the source's records that are open, leaving out what the given load itself wrote, so
   * that a load that was interrupted sees what it saw the first time.
   */
  public Set<String> openIds(String sourceId, String exceptLoadId) {
    Map<String, QuarantineEntry> newest = new HashMap<>();
    store.scan(
        TABLE,
        "source_id",
        sourceId,
        row -> {
          if (!exceptLoadId.equals(row.get("load_id"))) {
            keep(newest, entry(row));
          }
        });
    Set<String> open = new HashSet<>();
    newest.values().stream()
        .filter(e -> e.status().equals(QuarantineEntry.OPEN))
        .forEach(e -> open.add(e.quarantineId()));
    return open;
  }

  /** Appends states in the one commit that the load makes to this table. */
  public void write(String loadId, Iterable<QuarantineEntry> entries) {
    Iterable<Map<String, @Nullable Object>> rows =
        () -> StreamSupport.stream(entries.spliterator(), false).map(QuarantineLog::row).iterator();
    store.append(TABLE, loadId + "/" + TABLE, rows);
  }

  private static void keep(Map<String, QuarantineEntry> newest, QuarantineEntry entry) {
    newest.merge(
        entry.quarantineId(),
        entry,
        (a, b) -> {
          int order = a.stateAt().compareTo(b.stateAt());
          // At the same instant a record that left the quarantine is the later state.
          return order < 0 || (order == 0 && a.status().equals(QuarantineEntry.OPEN)) ? b : a;
        });
  }

  private static List<QuarantineEntry> sorted(Map<String, QuarantineEntry> entries) {
    return entries.values().stream()
        .sorted(
            Comparator.comparing(QuarantineEntry::sourceId)
                .thenComparing(QuarantineEntry::file)
                .thenComparingLong(QuarantineEntry::line)
                .thenComparing(e -> e.variable().orElse(""))
                .thenComparing(QuarantineEntry::quarantineId))
        .toList();
  }

  private static Map<String, @Nullable Object> row(QuarantineEntry entry) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("quarantine_id", entry.quarantineId());
    row.put("state_at", entry.stateAt());
    row.put("status", entry.status());
    row.put("source_id", entry.sourceId());
    row.put("load_id", entry.loadId());
    row.put("delivery", entry.delivery());
    row.put("file", entry.file());
    row.put("line", entry.line());
    row.put("variable", entry.variable().orElse(null));
    row.put("bytes", entry.bytes());
    row.put("reasons", entry.reasons());
    row.put("contract_version", entry.contractVersion());
    return row;
  }

  private static QuarantineEntry entry(Map<String, @Nullable Object> row) {
    return new QuarantineEntry(
        text(row, "quarantine_id"),
        (OffsetDateTime) value(row, "state_at"),
        text(row, "status"),
        text(row, "source_id"),
        text(row, "load_id"),
        text(row, "delivery"),
        text(row, "file"),
        ((Number) value(row, "line")).longValue(),
        Optional.ofNullable(row.get("variable")).map(Object::toString),
        bytes(value(row, "bytes")),
        ((List<?>) value(row, "reasons")).stream().map(String::valueOf).toList(),
        text(row, "contract_version"));
  }

  private static byte[] bytes(Object value) {
    if (value instanceof ByteBuffer buffer) {
      byte[] copy = new byte[buffer.remaining()];
      buffer.duplicate().get(copy);
      return copy;
    }
    return (byte[]) value;
  }

  private static Object value(Map<String, @Nullable Object> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  private static String text(Map<String, @Nullable Object> row, String column) {
    return value(row, column).toString();
  }
}
