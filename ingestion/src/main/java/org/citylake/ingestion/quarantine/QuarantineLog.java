package org.citylake.ingestion.quarantine;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.citylake.ingestion.sealing.VaultKeys;
import org.citylake.ingestion.store.TableStore;
import org.jspecify.annotations.Nullable;

/** The quarantined records, in the table audit.quarantine. States are appended, never changed. */
public final class QuarantineLog {
  /** The table. */
  public static final String TABLE = "audit.quarantine";

  /** The table of the bytes of records with personal data. */
  public static final String SEALED_TABLE = "vault.quarantine";

  private static final byte[] NONE = new byte[0];

  private final TableStore store;
  private final VaultKeyFile keyFile;

  /** The log in a store; the keys are asked for when there are personal bytes alone. */
  public QuarantineLog(TableStore store, VaultKeyFile keyFile) {
    this.store = store;
    this.keyFile = keyFile;
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

  /** Whether a load's states stand here. */
  public boolean has(String loadId) {
    List<Object> found = new ArrayList<>();
    store.scan(TABLE, "load_id", loadId, row -> found.add(value(row, "load_id")));
    return !found.isEmpty();
  }

  /** Begins to append states, in the one commit that the load makes to each table. */
  public QuarantineAppend begin(String loadId) {
    return new QuarantineAppend(store, loadId, QuarantineLog::row, this::sealed);
  }

  /** Appends states in one commit. */
  public void write(String loadId, Iterable<QuarantineEntry> entries) {
    try (QuarantineAppend append = begin(loadId)) {
      entries.forEach(append::add);
      append.commit();
    }
  }

  /**
   * The entries with their bytes, those of personal records out of the vault. Whoever shows them to
   * a person records the access.
   *
   * @throws CityLakeException of kind DATA when bytes are no longer kept
   */
  public List<QuarantineEntry> opened(List<QuarantineEntry> entries) {
    Map<String, byte[]> sealed = new HashMap<>();
    Set<String> sources = new HashSet<>();
    entries.stream()
        .filter(QuarantineEntry::personal)
        .forEach(
            e -> {
              sealed.put(e.quarantineId(), NONE);
              sources.add(e.sourceId());
            });
    for (String source : sources) {
      store.scan(
          SEALED_TABLE,
          "source_id",
          source,
          row ->
              sealed.computeIfPresent(
                  text(row, "quarantine_id"), (id, none) -> (byte[]) value(row, "bytes")));
    }
    return entries.stream().map(e -> e.personal() ? opened(e, sealed) : e).toList();
  }

  private QuarantineEntry opened(QuarantineEntry entry, Map<String, byte[]> sealed) {
    String id = entry.quarantineId();
    byte[] bytes = Objects.requireNonNull(sealed.get(id));
    if (bytes.length == 0) {
      throw new CityLakeException(
          Kind.DATA, "The bytes of " + id + " are no longer kept: their time was over");
    }
    byte[] content = keyFile.loadOrCreate().open(place(id), bytes);
    return entry.with(new RefusedBytes.Personal(Optional.of(content)));
  }

  private Map<String, @Nullable Object> sealed(QuarantineEntry entry) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("quarantine_id", entry.quarantineId());
    row.put("source_id", entry.sourceId());
    row.put("load_id", entry.loadId());
    row.put("known_from", entry.stateAt());
    row.put("bytes", keyFile.loadOrCreate().seal(place(entry.quarantineId()), entry.content()));
    return row;
  }

  /** Seals all bytes with the newest key; gives their number. */
  public long reseal() {
    List<Map<String, @Nullable Object>> renewed = new ArrayList<>();
    VaultKeys keys = keyFile.loadOrCreate();
    store.scan(
        SEALED_TABLE,
        row -> {
          String place = place(text(row, "quarantine_id"));
          row.put("bytes", keys.seal(place, keys.open(place, (byte[]) value(row, "bytes"))));
          renewed.add(row);
        });
    store.replace(SEALED_TABLE, renewed);
    return renewed.size();
  }

  /** The place that the bytes of a record are sealed for. */
  private static String place(String quarantineId) {
    return SEALED_TABLE + "/" + quarantineId;
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
    row.put("bytes", entry.bytes() instanceof RefusedBytes.Open open ? open.content() : null);
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
        bytes(row.get("bytes")),
        ((List<?>) value(row, "reasons")).stream().map(String::valueOf).toList(),
        text(row, "contract_version"));
  }

  private static RefusedBytes bytes(@Nullable Object value) {
    if (value == null) {
      return new RefusedBytes.Personal(Optional.empty());
    }
    return new RefusedBytes.Open((byte[]) value);
  }

  private static Object value(Map<String, @Nullable Object> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  private static String text(Map<String, @Nullable Object> row, String column) {
    return value(row, column).toString();
  }
}
