package org.citylake.ingestion.custody;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.contract.PersonalData;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.store.TableStore;
import org.jspecify.annotations.Nullable;

/** Who read personal values, when and for what, in the table audit.access. */
public final class AccessLog {
  /** The table. */
  public static final String TABLE = "audit.access";

  private final TableStore store;

  /** The log in a store. */
  public AccessLog(TableStore store) {
    this.store = store;
  }

  /**
   * One reading.
   *
   * @param accessedAt before anything was shown
   * @param actor user of the operating system
   * @param purpose of the contract's personal data
   * @param reason why, in the reader's words
   * @param subject source key (tokens for personal parts), quarantine id, or * for all
   * @param records how many were read
   */
  public record Access(
      OffsetDateTime accessedAt,
      String actor,
      String purpose,
      Optional<String> reason,
      String sourceId,
      String subject,
      long records) {}

  /**
   * Records a reading, to be done before anything is shown.
   *
   * @throws CityLakeException of kind USER when the source's contract does not have the purpose
   */
  public void record(SourceDeclaration source, PersonalData.Purpose purpose, Access access) {
    List<PersonalData.Purpose> allowed =
        source.contract().personalData().map(PersonalData::purposes).orElse(List.of());
    if (!allowed.contains(purpose)) {
      throw new CityLakeException(
          Kind.USER,
          "The personal data of "
              + source.id()
              + " may not be read for "
              + purpose.id()
              + "; its contract allows "
              + allowed.stream().map(PersonalData.Purpose::id).toList());
    }
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    String id = UUID.randomUUID().toString();
    row.put("access_id", id);
    row.put("accessed_at", access.accessedAt().withOffsetSameInstant(ZoneOffset.UTC));
    row.put("actor", access.actor());
    row.put("purpose", purpose.id());
    row.put("reason", access.reason().orElse(null));
    row.put("source_id", access.sourceId());
    row.put("subject", access.subject());
    row.put("records", access.records());
    store.append(TABLE, id + "/" + TABLE, List.of(row));
  }

  /** All readings, oldest first. */
  public List<Access> list() {
    List<Access> found = new ArrayList<>();
    store.scan(
        TABLE,
        row ->
            found.add(
                new Access(
                    (OffsetDateTime) Objects.requireNonNull(row.get("accessed_at")),
                    String.valueOf(row.get("actor")),
                    String.valueOf(row.get("purpose")),
                    Optional.ofNullable(row.get("reason")).map(Object::toString),
                    String.valueOf(row.get("source_id")),
                    String.valueOf(row.get("subject")),
                    ((Number) Objects.requireNonNull(row.get("records"))).longValue())));
    found.sort(Comparator.comparing(Access::accessedAt));
    return found;
  }
}
