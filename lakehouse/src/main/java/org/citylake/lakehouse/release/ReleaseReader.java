package org.citylake.lakehouse.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.table.TableScan;
import org.jspecify.annotations.Nullable;

/** Reads {@code audit.release}. A release is listed there before it is published. */
public final class ReleaseReader {
  static final String TABLE = "audit.release";

  private final LakeCatalog catalog;

  /** Reads from a warehouse that has the table, which is {@code live}. */
  public ReleaseReader(LakeCatalog catalog) {
    this.catalog = catalog;
  }

  /** The release of that id, if it was recorded. */
  public Optional<Release> find(String releaseId) {
    return all().stream().filter(release -> release.releaseId().equals(releaseId)).findFirst();
  }

  /** The release recorded last, if there is one. */
  public Optional<Release> newest() {
    List<Release> all = all();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Every release, oldest first; none before the table is made. */
  public List<Release> all() {
    if (!catalog.exists(TABLE)) {
      return List.of();
    }
    List<Release> releases = new ArrayList<>();
    try (CloseableIterable<Map<String, @Nullable Object>> rows =
        TableScan.rows(catalog.load(TABLE))) {
      rows.forEach(row -> releases.add(release(row)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + TABLE, e);
    }
    releases.sort(Comparator.comparing(Release::createdAt).thenComparing(Release::releaseId));
    return List.copyOf(releases);
  }

  @SuppressWarnings("unchecked") // the table's schema says map<string,long>
  private static Release release(Map<String, @Nullable Object> row) {
    return new Release(
        text(row, "release_id"),
        text(row, "status"),
        (OffsetDateTime) value(row, "created_at"),
        text(row, "fingerprint"),
        text(row, "code_version"),
        text(row, "declarations_hash"),
        (Map<String, Long>) value(row, "tables"),
        (Map<String, Long>) value(row, "inputs"),
        new Release.Occasion(find(row, "reason"), find(row, "follows"), find(row, "corrects")));
  }

  private static Optional<String> find(Map<String, @Nullable Object> row, String column) {
    return Optional.ofNullable(row.get(column)).map(Object::toString);
  }

  private static String text(Map<String, @Nullable Object> row, String column) {
    return value(row, column).toString();
  }

  private static Object value(Map<String, @Nullable Object> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }
}
