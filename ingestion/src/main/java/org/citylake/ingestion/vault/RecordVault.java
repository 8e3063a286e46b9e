package org.citylake.ingestion.vault;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.json.ContentHash;
import org.citylake.ingestion.record.BusinessKey;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.citylake.ingestion.sealing.VaultKeys;
import org.citylake.ingestion.type.ValueText;
import org.jspecify.annotations.Nullable;

/**
 * Parts the records of a source into what may stand in the open and what belongs into the vault. A
 * source without personal columns has no use for keys, and none are made for it.
 *
 * <p>Columns with a token domain have equal tokens for equal values everywhere. The tokens of other
 * personal columns hold for one record alone: they tell that its value changed, and nothing about
 * how often a value occurs.
 */
public final class RecordVault {
  private final String source;
  private final List<ContractProperty> personal;
  private final BusinessKey businessKey;
  private final VaultKeyFile keyFile;

  /** The vault of a source's records. */
  public RecordVault(SourceDeclaration source, VaultKeyFile keyFile) {
    this.source = source.id();
    this.personal = source.contract().personalColumns();
    this.businessKey = new BusinessKey(source.contract());
    this.keyFile = keyFile;
  }

  /** Whether the source has personal columns. */
  public boolean used() {
    return !personal.isEmpty();
  }

  /** The values with tokens in place of personal ones; a missing value stays missing. */
  public Map<String, @Nullable Object> tokenised(Map<String, ? extends @Nullable Object> values) {
    Map<String, @Nullable Object> open = new LinkedHashMap<>(values);
    if (!used()) {
      return open;
    }
    for (ContractProperty column : personal) {
      column.token().ifPresent(domain -> replace(open, column.name(), domain));
    }
    String record = businessKey.declared() ? businessKey.of(open) : "";
    for (ContractProperty column : personal) {
      if (column.token().isEmpty()) {
        replace(open, column.name(), source + "/" + column.name() + "/" + record);
      }
    }
    return open;
  }

  private void replace(Map<String, @Nullable Object> values, String column, String domain) {
    String text = ValueText.of(values.get(column));
    if (text != null) {
      values.put(column, keys().token(domain, text));
    }
  }

  /**
   * The row of {@code vault.SOURCE}: personal values sealed.
   *
   * @param key source key and occurrence, as {@code key#n}
   * @param contentHash of the tokenised values
   */
  public Map<String, @Nullable Object> sealed(
      String key,
      String contentHash,
      Map<String, ? extends @Nullable Object> values,
      String loadId,
      OffsetDateTime knownFrom) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    int separator = key.lastIndexOf('#');
    row.put("source_key", key.substring(0, separator));
    row.put("occurrence", Integer.valueOf(key.substring(separator + 1)));
    row.put("content_hash", contentHash);
    row.put("load_id", loadId);
    row.put("known_from", knownFrom);
    for (ContractProperty column : personal) {
      String text = ValueText.of(values.get(column.name()));
      row.put(
          column.name(),
          text == null
              ? null
              : keys().seal(place(column.name(), key), text.getBytes(StandardCharsets.UTF_8)));
    }
    return row;
  }

  /** The personal values of a row that {@link #sealed} gave, as canonical texts. */
  public Map<String, @Nullable String> opened(Map<String, ? extends @Nullable Object> row) {
    String key =
        Objects.requireNonNull(row.get("source_key"))
            + "#"
            + Objects.requireNonNull(row.get("occurrence"));
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    for (ContractProperty column : personal) {
      byte[] sealed = (byte[]) row.get(column.name());
      values.put(
          column.name(),
          sealed == null
              ? null
              : new String(keys().open(place(column.name(), key), sealed), StandardCharsets.UTF_8));
    }
    return values;
  }

  /** The row sealed with the newest key. */
  public Map<String, @Nullable Object> resealed(Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> renewed = new LinkedHashMap<>(row);
    String key = row.get("source_key") + "#" + row.get("occurrence");
    opened(row)
        .forEach(
            (column, text) -> {
              if (text != null) {
                renewed.put(
                    column, keys().seal(place(column, key), text.getBytes(StandardCharsets.UTF_8)));
              }
            });
    return renewed;
  }

  /**
   * A hash that tells bytes apart, and from which personal bytes cannot be guessed: keyed where the
   * source has personal columns.
   */
  public String fingerprint(byte[] bytes) {
    String hash = ContentHash.of(bytes);
    return used() ? keys().token(source + "/bytes", hash) : hash;
  }

  private String place(String column, String key) {
    return "vault." + source + "/" + column + "/" + key;
  }

  private VaultKeys keys() {
    return keyFile.loadOrCreate();
  }
}
