package org.citylake.streamingjobs.sink;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.flink.TableLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a checkpoint's files into the table in one snapshot, once. The snapshot names the tokens of
 * the files, and no snapshot is made whose ancestors name one of them: neither when the job commits
 * again after a failure, nor when a commit whose answer was lost arrives later than the second one.
 */
final class TableCommitter implements Committer<WrittenFiles> {
  /** Snapshot property: tokens of the files that the snapshot took in, with commas between. */
  static final String TOKENS = "citylake.stream.files";

  /** Snapshot property: the checkpoint that ended the files, or {@code end} of the input. */
  static final String CHECKPOINT = "citylake.stream.checkpoint";

  /** Its value at the end of the input. */
  static final String END = "end";

  private static final Logger LOG = LoggerFactory.getLogger(TableCommitter.class);
  private static final int ATTEMPTS = 5;

  private final TableLoader loader;
  private final String branch;
  private final Map<String, String> properties;
  private final CommitMetrics metrics;

  /**
   * Commits to a branch.
   *
   * @param loader opened here
   * @param properties further properties of each snapshot
   * @param metrics hears of rows that the table has taken in
   */
  TableCommitter(
      TableLoader loader, String branch, Map<String, String> properties, CommitMetrics metrics) {
    this.loader = loader;
    this.branch = branch;
    this.properties = Map.copyOf(properties);
    this.metrics = metrics;
    loader.open();
  }

  @Override
  public void commit(Collection<CommitRequest<WrittenFiles>> requests) throws IOException {
    Map<String, CommitRequest<WrittenFiles>> open =
        requests.stream().collect(Collectors.toMap(r -> r.getCommittable().token(), r -> r));
    long rows = 0;
    for (int attempt = 1; ; attempt++) {
      Table table = loader.loadTable();
      for (String token : CommittedTokens.among(open, table, branch)) {
        open.remove(token).signalAlreadyCommitted();
      }
      if (attempt == 1) {
        // What is in by now came with a commit before this one.
        rows = rows(open.values());
      }
      if (open.isEmpty()) {
        metrics.committed(rows);
        return;
      }
      try {
        append(table, open.values().stream().map(CommitRequest::getCommittable).toList());
        metrics.committed(rows);
        return;
      } catch (ValidationException | CommitStateUnknownException e) {
        // Either way the table's history tells what is in it by now.
        if (attempt == ATTEMPTS) {
          throw e;
        }
        LOG.warn("Looking again at what {} holds, attempt {}", table.name(), attempt, e);
      }
    }
  }

  private void append(Table table, List<WrittenFiles> all) {
    Set<String> tokens = all.stream().map(WrittenFiles::token).collect(Collectors.toSet());
    AppendFiles append =
        table
            .newAppend()
            .toBranch(branch)
            .validateWith(ancestors -> CommittedTokens.noneOf(tokens, ancestors))
            .set(TOKENS, tokens.stream().sorted().collect(Collectors.joining(",")));
    StreamSnapshots.mark(append, checkpoint(all));
    properties.forEach(append::set);
    all.forEach(written -> written.files().forEach(append::appendFile));
    append.commit();
  }

  private static long rows(Collection<CommitRequest<WrittenFiles>> requests) {
    return requests.stream()
        .flatMap(request -> request.getCommittable().files().stream())
        .mapToLong(DataFile::recordCount)
        .sum();
  }

  private static long checkpoint(List<WrittenFiles> all) {
    return all.stream().mapToLong(WrittenFiles::checkpoint).max().orElseThrow();
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
