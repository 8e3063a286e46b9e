package org.citylake.ingestion.custody;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.contract.PersonalData;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.load.RawRow;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.citylake.ingestion.quarantine.QuarantineLog;
import org.citylake.ingestion.record.BusinessKey;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.citylake.ingestion.store.TableStore;
import org.citylake.ingestion.vault.RecordVault;
import org.jspecify.annotations.Nullable;

/** The personal values of one source: read for a purpose, expired, sealed with a newer key. */
public final class SourceVault {
  private final TableStore store;
  private final SourceDeclaration source;
  private final RecordVault vault;
  private final VaultKeyFile keyFile;
  private final String table;
  private final String raw;

  /** The vault of a source with personal columns. */
  public SourceVault(TableStore store, SourceDeclaration source, VaultKeyFile keyFile) {
    this.store = store;
    this.source = source;
    this.keyFile = keyFile;
    this.vault = new RecordVault(source, keyFile);
    this.table = "vault." + source.id();
    this.raw = "raw." + source.id();
  }

  /**
   * One content of a record.
   *
   * @param heldUntil the day from which it no longer held; empty while it holds
   * @param values personal column to value as canonical text; null where there was none
   */
  public record Opened(
      String key, Optional<LocalDate> heldUntil, Map<String, @Nullable String> values) {}

  /**
   * What expiry found, or did.
   *
   * @param versions contents of records that were to go
   * @param quarantined refused records, no longer open, whose bytes were to go
   */
  public record Expired(long versions, long quarantined) {}

  /**
   * The key of a record as it stands in raw and vault tables.
   *
   * @param parts the business key's values as delivered, in key order
   * @throws CityLakeException of kind USER when there are more or fewer
   */
  public String storedKey(List<String> parts) {
    List<String> names =
        source.contract().primaryKey().stream().map(column -> column.name()).toList();
    if (names.size() != parts.size() || names.isEmpty()) {
      throw new CityLakeException(
          Kind.USER,
          "The key of "
              + source.id()
              + " has "
              + (names.isEmpty() ? "no columns of its own" : "the columns " + names)
              + ", and "
              + parts.size()
              + " values were given");
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), parts.get(i));
    }
    return new BusinessKey(source.contract()).of(vault.tokenised(values));
  }

  /** The contents of a record, the one that holds last. The caller has recorded the access. */
  public List<Opened> open(String sourceKey) {
    if (!store.exists(table)) {
      return List.of();
    }
    StoredVersions versions = StoredVersions.read(store, raw);
    Map<String, Opened> found = new LinkedHashMap<>();
    store.scan(
        table,
        "source_key",
        sourceKey,
        row -> {
          String key = RawRow.key(row);
          String hash = String.valueOf(row.get("content_hash"));
          found.put(
              key + "/" + hash, new Opened(key, versions.heldUntil(key, hash), vault.opened(row)));
        });
    return found.values().stream()
        .sorted(
            java.util.Comparator.comparing(Opened::key)
                .thenComparing(o -> o.heldUntil().orElse(LocalDate.MAX)))
        .toList();
  }

  /**
   * Deletes contents that have not held for longer than the contract's retention, and the bytes of
   * refused records that have been out of quarantine for as long; from every snapshot.
   *
   * @param dryRun only count
   */
  public Expired expire(LocalDate today, boolean dryRun) {
    Period retention =
        source
            .contract()
            .personalData()
            .map(PersonalData::retention)
            .orElseThrow(() -> new IllegalStateException(source.id() + " has no personal data"));
    LocalDate before = today.minus(retention);
    return new Expired(expireVersions(before, dryRun), expireQuarantine(before, dryRun));
  }

  private long expireVersions(LocalDate before, boolean dryRun) {
    if (!store.exists(table)) {
      return 0;
    }
    StoredVersions versions = StoredVersions.read(store, raw);
    List<Map<String, @Nullable Object>> kept = new ArrayList<>();
    long[] gone = {0};
    store.scan(
        table,
        row -> {
          Optional<LocalDate> until =
              versions.heldUntil(RawRow.key(row), String.valueOf(row.get("content_hash")));
          if (until.isPresent() && until.get().isBefore(before)) {
            gone[0]++;
          } else {
            kept.add(row);
          }
        });
    if (gone[0] > 0 && !dryRun) {
      store.replace(table, kept);
    }
    return gone[0];
  }

  private long expireQuarantine(LocalDate before, boolean dryRun) {
    if (!store.exists(QuarantineLog.SEALED_TABLE)) {
      return 0;
    }
    OffsetDateTime limit = before.atStartOfDay().atOffset(ZoneOffset.UTC);
    Set<String> over = new HashSet<>();
    for (QuarantineEntry entry : new QuarantineLog(store, keyFile).list(source.id())) {
      if (!entry.status().equals(QuarantineEntry.OPEN) && entry.stateAt().isBefore(limit)) {
        over.add(entry.quarantineId());
      }
    }
    List<Map<String, @Nullable Object>> kept = new ArrayList<>();
    long[] gone = {0};
    store.scan(
        QuarantineLog.SEALED_TABLE,
        row -> {
          if (over.contains(String.valueOf(row.get("quarantine_id")))) {
            gone[0]++;
          } else {
            kept.add(row);
          }
        });
    if (gone[0] > 0 && !dryRun) {
      store.replace(QuarantineLog.SEALED_TABLE, kept);
    }
    return gone[0];
  }

  /** Seals every value of the source's vault table with the newest key; gives the rows' number. */
  public long reseal() {
    if (!store.exists(table)) {
      return 0;
    }
    List<Map<String, @Nullable Object>> renewed = new ArrayList<>();
    store.scan(table, row -> renewed.add(vault.resealed(row)));
    store.replace(table, renewed);
    return renewed.size();
  }
}
