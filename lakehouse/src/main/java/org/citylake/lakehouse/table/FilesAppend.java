package org.citylake.lakehouse.table;

import java.util.Map;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.Table;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.jspecify.annotations.Nullable;

/** An append whose files are written and not yet of a snapshot. */
final class FilesAppend implements PendingAppend {
  private final Table table;
  private final String branch;
  private final String commitId;
  private final Map<String, String> summary;
  private final RowFiles files;
  private boolean finished;

  FilesAppend(Table table, String branch, String commitId, Map<String, String> summary) {
    this.table = table;
    this.branch = branch;
    this.commitId = commitId;
    this.summary = summary;
    this.files = new RowFiles(table, commitId);
  }

  @Override
  public void add(Map<String, ? extends @Nullable Object> row) {
    files.add(row);
  }

  @Override
  public long commit() {
    AppendFiles append = table.newAppend().toBranch(branch).set(TableAppend.COMMIT_ID, commitId);
    summary.forEach(append::set);
    files.finish().forEach(append::appendFile);
    // Whether a commit that failed was made is not known: its files stay, as Iceberg asks for.
    finished = true;
    append.commit();
    table.refresh();
    return TableAppend.findCommit(table, branch, commitId)
        .orElseThrow(
            () ->
                new CityLakeException(
                    Kind.INTERNAL,
                    "Table " + table.name() + " lost commit " + commitId + " of branch " + branch));
  }

  @Override
  public void close() {
    if (!finished) {
      finished = true;
      files.discard();
    }
  }
}
