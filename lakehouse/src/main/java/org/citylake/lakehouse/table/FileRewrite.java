package org.citylake.lakehouse.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.formats.FormatModelRegistry;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/** Writes the rows of some files into new ones, which no snapshot has yet. */
public final class FileRewrite {
  private FileRewrite() {}

  /**
   * The new files.
   *
   * @param tasks the whole files to read, in this order
   * @throws CityLakeException of kind DATA when rows of a file were deleted by a file beside it
   */
  public static Set<DataFile> write(Table table, List<FileScanTask> tasks) {
    RowFiles files = new RowFiles(table, "rewrite");
    try {
      for (FileScanTask task : tasks) {
        copy(table, task, files);
      }
    } catch (IOException e) {
      files.discard();
      throw new UncheckedIOException("Cannot read " + table.name() + " to write it again", e);
    } catch (RuntimeException e) {
      files.discard();
      throw e;
    }
    return new HashSet<>(files.finish());
  }

  private static void copy(Table table, FileScanTask task, RowFiles files) throws IOException {
    if (!task.deletes().isEmpty()) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot write " + table.name() + " again: it has deleted rows in " + task.file());
    }
    try (CloseableIterable<Record> rows =
        FormatModelRegistry.<Record, Object>readBuilder(
                task.file().format(), Record.class, table.io().newInputFile(task.file().location()))
            .project(table.schema())
            .build()) {
      rows.forEach(files::add);
    }
  }
}
