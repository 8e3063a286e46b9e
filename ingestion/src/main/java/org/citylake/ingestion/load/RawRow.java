package org.citylake.ingestion.load;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.citylake.ingestion.key.TextHash;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.record.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a raw table has beside the contract's own: which version of which key the row
 * is, and where it came from.
 */
public final class RawRow {
  public static final String SOURCE_KEY = "source_key";
  public static final String REVISION = "revision";
  public static final String LOAD_ID = "load_id";
  public static final String DELIVERY = "delivery";
  public static final String FILE = "file";
  public static final String LINE = "line";
  public static final String OCCURRENCE = "occurrence";
  public static final String OPERATION = "operation";
  public static final String SNAPSHOT_DATE = "snapshot_date";
  public static final String KNOWN_FROM = "known_from";
  public static final String WARNINGS = "warnings";

  /**
   * Hash of the source's own columns, as {@link org.citylake.ingestion.record.RowHash} gives it.
   */
  public static final String CONTENT_HASH = "content_hash";

  /** Operation of a key's first version. */
  public static final String NEW = "new";

  /** Operation of a version after the first. */
  public static final String VERSION = "version";

  /**
   * Operation of a current version that is written again, with the highest revision, because a file
   * that came late brought a version of an earlier day.
   */
  public static final String CONFIRMED = "confirmed";

  /**
   * Operation of a key that a full delivery no longer has, whose row repeats its last values, or
   * that a record's status ends, whose row has that record's values.
   */
  public static final String ENDED = "ended";

  private static final Set<String> COLUMNS =
      Set.of(
          SOURCE_KEY,
          REVISION,
          LOAD_ID,
          DELIVERY,
          FILE,
          LINE,
          OCCURRENCE,
          OPERATION,
          SNAPSHOT_DATE,
          KNOWN_FROM,
          WARNINGS,
          CONTENT_HASH);

  private RawRow() {}

  /**
   * Where a row comes from.
   *
   * @param delivery SHA-256 of the delivered file
   * @param file its name
   * @param line physical line, 0 for an end
   */
  record Place(String delivery, String file, long line) {}

  /** Which version of its key a row is. */
  record Held(int revision, String operation, LocalDate snapshotDate) {}

  /**
   * A row of a raw table.
   *
   * @param content the source's own columns
   * @param hash of the content
   */
  static Map<String, @Nullable Object> of(
      Map<String, @Nullable Object> content,
      String hash,
      String key,
      Held held,
      Place place,
      String loadId,
      OffsetDateTime knownFrom) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>(content);
    int separator = key.lastIndexOf('#');
    row.put(SOURCE_KEY, key.substring(0, separator));
    row.put(OCCURRENCE, Integer.valueOf(key.substring(separator + 1)));
    row.put(REVISION, held.revision());
    row.put(OPERATION, held.operation());
    row.put(SNAPSHOT_DATE, held.snapshotDate());
    row.put(DELIVERY, place.delivery());
    row.put(FILE, place.file());
    row.put(LINE, place.line() == 0 ? null : place.line());
    row.put(LOAD_ID, loadId);
    row.put(KNOWN_FROM, knownFrom);
    row.put(WARNINGS, null);
    row.put(CONTENT_HASH, hash);
    return row;
  }

  /**
   * Keeps with the row what its record was only warned of; of a record with personal values the
   * rules alone, because a raw table is outside the vault.
   */
  static Map<String, @Nullable Object> warned(
      Map<String, @Nullable Object> row, SourceRecord record, boolean personal) {
    List<String> warnings = record.warnings();
    if (personal) {
      warnings = warnings.stream().map(Finding::ruleOf).toList();
    }
    row.put(WARNINGS, warnings.isEmpty() ? null : warnings);
    return row;
  }

  /** What tells the row's record apart: its source key and, for rows without one, occurrence. */
  static String key(String sourceKey, int occurrence) {
    return sourceKey + "#" + occurrence;
  }

  /** The same, of a row that was read. */
  public static String key(Map<String, @Nullable Object> row) {
    return key(value(row, SOURCE_KEY).toString(), (Integer) value(row, OCCURRENCE));
  }

  /** The hash of the key of a row that was read. */
  static TextHash keyHash(Map<String, @Nullable Object> row) {
    return TextHash.of(value(row, SOURCE_KEY).toString()).at((Integer) value(row, OCCURRENCE));
  }

  /** The contract's own columns of a row. */
  public static Map<String, @Nullable Object> content(Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> content = new LinkedHashMap<>(row);
    content.keySet().removeAll(COLUMNS);
    return content;
  }

  /** The value of a column that every row has. */
  public static Object value(Map<String, @Nullable Object> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }
}
