package org.citylake.lakehouse.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;
import org.citylake.core.CityLakeException;
import org.jspecify.annotations.Nullable;

/**
 * Appends rows in one commit, once: the snapshot's summary carries the commit's id, and what a
 * branch has in its history is not appended again.
 */
public final class TableAppend {
  /** Summary key of the id that makes a commit happen once. */
  public static final String COMMIT_ID = "citylake.commit-id";

  private TableAppend() {}

  /**
   * Appends rows; no rows make an empty snapshot, so that the commit is marked as done.
   *
   * @param branch {@code main}, or a branch; one that is not there is made at main's snapshot
   * @param commitId names what is appended, the same in every attempt
   * @param rows column to value; see {@link TableScan} for the types, Instant is taken too
   * @return the snapshot with the rows, also when an earlier attempt made it
   * @throws CityLakeException of kind DATA when a value does not fit its column exactly
   */
  public static long append(
      Table table,
      String branch,
      String commitId,
      Iterable<? extends Map<String, ? extends @Nullable Object>> rows) {
    return append(table, branch, commitId, rows, Map.of());
  }

  /** Appends rows with further entries for the snapshot's summary. */
  public static long append(
      Table table,
      String branch,
      String commitId,
      Iterable<? extends Map<String, ? extends @Nullable Object>> rows,
      Map<String, String> summary) {
    try (PendingAppend append = begin(table, branch, commitId, summary)) {
      rows.forEach(append::add);
      return append.commit();
    }
  }

  /**
   * Begins to append rows that are committed later. When the branch has the commit already, the
   * rows are taken and forgotten, and the commit gives the snapshot that there is.
   */
  public static PendingAppend begin(
      Table table, String branch, String commitId, Map<String, String> summary) {
    table.refresh();
    Branches.ensure(table, branch);
    Optional<Long> done = findCommit(table, branch, commitId);
    return done.isPresent()
        ? new DoneAppend(done.get())
        : new FilesAppend(table, branch, commitId, summary);
  }

  /** The snapshot in the branch's history that carries the commit's id. */
  public static Optional<Long> findCommit(Table table, String branch, String commitId) {
    SnapshotRef head = table.refs().get(branch);
    if (head == null) {
      return Optional.empty();
    }
    for (Snapshot snapshot : SnapshotUtil.ancestorsOf(head.snapshotId(), table::snapshot)) {
      if (commitId.equals(snapshot.summary().get(COMMIT_ID))) {
        return Optional.of(snapshot.snapshotId());
      }
    }
    return Optional.empty();
  }

  /** Writes rows into new files of the table, which no snapshot has yet. */
  static List<DataFile> write(
      Table table,
      String commitId,
      Iterable<? extends Map<String, ? extends @Nullable Object>> rows) {
    try (RowFiles files = new RowFiles(table, commitId)) {
      rows.forEach(files::add);
      return files.finish();
    }
  }

  /** An append that was committed by an earlier attempt. */
  private record DoneAppend(long snapshot) implements PendingAppend {
    @Override
    public void add(Map<String, ? extends @Nullable Object> row) {}

    @Override
    public long commit() {
      return snapshot;
    }

    @Override
    public void close() {}
  }
}
