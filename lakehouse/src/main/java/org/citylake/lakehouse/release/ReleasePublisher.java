package org.citylake.lakehouse.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.table.Branches;
import org.citylake.lakehouse.table.TableAppend;

/**
 * Publishes releases: first the row of {@code audit.release}, then a tag on every table, then what
 * it changes in {@code audit.release_change}, then the caller's own work (the page's store), last
 * the pointer. Each step is done once however often it is tried, so a publication that died is
 * finished by doing it again.
 */
public final class ReleasePublisher {
  private final LakeCatalog live;
  private final ReleasePointer pointer;

  /** Records in the live warehouse and flips the pointer. */
  public ReleasePublisher(LakeCatalog live, ReleasePointer pointer) {
    this.live = live;
    this.pointer = pointer;
  }

  /** Publishes without work of the caller. */
  public Release publish(Release release) {
    return publish(release, recorded -> {});
  }

  /**
   * Publishes.
   *
   * @param beforeFlip done when the release is recorded and tagged, before anybody sees it
   * @return the release as it is recorded: of a repeated publication the first one, with its
   *     creation time
   * @throws CityLakeException of kind DATA when the id is taken by a release that pins otherwise
   */
  public Release publish(Release release, java.util.function.Consumer<Release> beforeFlip) {
    Release recorded = record(release);
    tag(recorded);
    new ReleaseChanges(live).record(recorded);
    beforeFlip.accept(recorded);
    pointer.publish(recorded);
    return recorded;
  }

  /** Writes the row; a release that is there already is given back instead. */
  Release record(Release release) {
    Optional<Release> known = new ReleaseReader(live).find(release.releaseId());
    if (known.isPresent()) {
      if (!known.get().tables().equals(release.tables())) {
        throw new CityLakeException(
            Kind.DATA,
            "Cannot record release "
                + release.releaseId()
                + ": it is there already with other snapshots; a changed release has another id");
      }
      return known.get();
    }
    Map<String, Object> row = new TreeMap<>();
    row.put("release_id", release.releaseId());
    row.put("status", release.status());
    row.put("created_at", release.createdAt());
    row.put("fingerprint", release.fingerprint());
    row.put("code_version", release.codeVersion());
    row.put("declarations_hash", release.declarationsHash());
    row.put("tables", release.tables());
    row.put("inputs", release.inputs());
    release.occasion().reason().ifPresent(reason -> row.put("reason", reason));
    release.occasion().follows().ifPresent(id -> row.put("follows", id));
    release.occasion().corrects().ifPresent(id -> row.put("corrects", id));
    TableAppend.append(
        live.load(ReleaseReader.TABLE), "main", "release-" + release.releaseId(), List.of(row));
    return release;
  }

  /** Tags the snapshots of tables and inputs, so that expiry keeps them. */
  void tag(Release release) {
    Map<String, Long> pinned = new TreeMap<>(release.inputs());
    pinned.putAll(release.tables());
    pinned.forEach(
        (table, snapshotId) -> Branches.tag(live.load(table), release.tag(), snapshotId));
  }
}
