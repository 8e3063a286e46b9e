package org.citylake.lakehouse.maintenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.actions.BinPackRewriteFilePlanner;
import org.apache.iceberg.actions.RewriteDataFilesCommitManager;
import org.apache.iceberg.actions.RewriteFileGroup;
import org.apache.iceberg.actions.SizeBasedFileRewritePlanner;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.lakehouse.table.FileRewrite;

/**
 * Writes many small files of a partition again as few. Rows and their order within a file stay;
 * others may append to the table meanwhile.
 *
 * <p>The smallest come together first, and what they make only when there is as much of it: a row
 * is written again twice until its file has its size. If every file that is not large were taken
 * each time, it would be written again at every turn.
 */
public final class SmallFiles {
  /** So much larger are files of the second size than the smallest. */
  private static final int STEP = 16;

  private SmallFiles() {}

  /**
   * What was done.
   *
   * @param removed small files that newer snapshots have no more
   * @param added files in their place
   */
  public record Outcome(int removed, int added) {}

  /**
   * Rewrites every partition that has at least so many small files of about one size, or enough of
   * them for a larger one.
   *
   * @param table that rows are only appended to
   * @param fewest small files of a partition that are worth it; 2 or more
   * @param targetBytes size that files should have; those below three quarters of it are small,
   *     those below a sixteenth of that the smallest
   * @throws org.apache.iceberg.exceptions.ValidationException when somebody removed one of the
   *     files meanwhile; what was written for it is deleted, and the table as it was
   */
  public static Outcome rewrite(Table table, int fewest, long targetBytes) {
    Outcome smallest = rewrite(table, fewest, 0, targetBytes / STEP);
    Outcome larger = rewrite(table, fewest, small(targetBytes / STEP), targetBytes);
    return new Outcome(smallest.removed() + larger.removed(), smallest.added() + larger.added());
  }

  private static Outcome rewrite(Table table, int fewest, long fromBytes, long targetBytes) {
    table.refresh();
    if (table.currentSnapshot() == null) {
      return new Outcome(0, 0);
    }
    long read = table.currentSnapshot().snapshotId();
    BinPackRewriteFilePlanner planner = new FilesOfSize(table, fromBytes);
    planner.init(
        Map.of(
            SizeBasedFileRewritePlanner.MIN_INPUT_FILES,
            Integer.toString(fewest),
            SizeBasedFileRewritePlanner.MIN_FILE_SIZE_BYTES,
            Long.toString(small(targetBytes)),
            SizeBasedFileRewritePlanner.MAX_FILE_SIZE_BYTES,
            Long.toString(Long.MAX_VALUE),
            SizeBasedFileRewritePlanner.TARGET_FILE_SIZE_BYTES,
            Long.toString(targetBytes)));
    RewriteDataFilesCommitManager commits = new RewriteDataFilesCommitManager(table, read);
    int removed = 0;
    int added = 0;
    try (CloseableIterable<RewriteFileGroup> groups = planner.plan().groups()) {
      for (RewriteFileGroup group : groups) {
        group.setOutputFiles(FileRewrite.write(table, group.fileScanTasks()));
        commits.commitOrClean(Set.of(group));
        removed += group.rewrittenFiles().size();
        added += group.addedFiles().size();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot plan what to write again of " + table.name(), e);
    }
    return new Outcome(removed, added);
  }

  private static long small(long targetBytes) {
    return targetBytes / 4 * 3;
  }

  /** Leaves files alone that are smaller than those whose turn it is. */
  private static final class FilesOfSize extends BinPackRewriteFilePlanner {
    private final long fromBytes;

    FilesOfSize(Table table, long fromBytes) {
      super(table);
      this.fromBytes = fromBytes;
    }

    @Override
    protected Iterable<FileScanTask> filterFiles(Iterable<FileScanTask> tasks) {
      return CloseableIterable.filter(
          CloseableIterable.withNoopClose(super.filterFiles(tasks)),
          task -> task.length() >= fromBytes);
    }
  }
}
