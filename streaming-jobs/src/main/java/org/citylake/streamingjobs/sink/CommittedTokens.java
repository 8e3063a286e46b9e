package org.citylake.streamingjobs.sink;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.connector.sink2.Committer.CommitRequest;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/** Which files a branch's history says it has taken in. */
final class CommittedTokens {
  private CommittedTokens() {}

  /**
   * Those of the open requests whose files the branch holds.
   *
   * @throws CityLakeException of kind DATA when the history was cut off after files were written:
   *     nobody can tell then whether they are in the table
   */
  static Set<String> among(
      Map<String, CommitRequest<WrittenFiles>> open, Table table, String branch) {
    Set<String> found = new HashSet<>();
    Snapshot oldest = null;
    Snapshot head = table.snapshot(branch);
    if (head != null) {
      for (Snapshot snapshot : SnapshotUtil.ancestorsOf(head.snapshotId(), table::snapshot)) {
        tokens(snapshot).stream().filter(open::containsKey).forEach(found::add);
        oldest = snapshot;
      }
    }
    if (oldest != null && oldest.parentId() != null) {
      long since = oldest.timestampMillis();
      open.forEach(
          (token, request) -> {
            WrittenFiles written = request.getCommittable();
            if (!found.contains(token) && written.writtenAt() < since) {
              throw new CityLakeException(
                  Kind.DATA,
                  "Cannot tell whether "
                      + table.name()
                      + " holds the files of checkpoint "
                      + written.checkpoint()
                      + ": its snapshots from before they were written have expired. Look for "
                      + written.files().get(0).location()
                      + " in its files, and start the job from a newer savepoint");
            }
          });
    }
    return found;
  }

  /** Whether no snapshot names any of the tokens. */
  static boolean noneOf(Set<String> tokens, Iterable<Snapshot> ancestors) {
    for (Snapshot snapshot : ancestors) {
      if (tokens(snapshot).stream().anyMatch(tokens::contains)) {
        return false;
      }
    }
    return true;
  }

  private static List<String> tokens(Snapshot snapshot) {
    return List.of(snapshot.summary().getOrDefault(TableCommitter.TOKENS, "").split(","));
  }
}
