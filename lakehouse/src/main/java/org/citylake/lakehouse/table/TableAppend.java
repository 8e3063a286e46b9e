package org.citylake.lakehouse.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.FanoutDataWriter;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.util.SnapshotUtil;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Appends rows in one commit, once: the snapshot's summary carries the commit's id, and what a
 * branch has in its history is not appended again.
 */
public final class TableAppend {
  /** Summary key of the id that makes a commit happen once. */
  public static final String COMMIT_ID = "citylake.commit-id";

  private static final long FILE_BYTES = 128L << 20;

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
    table.refresh();
    Branches.ensure(table, branch);
    Optional<Long> done = findCommit(table, branch, commitId);
    if (done.isPresent()) {
      return done.get();
    }
    AppendFiles append = table.newAppend().toBranch(branch).set(COMMIT_ID, commitId);
    summary.forEach(append::set);
    write(table, commitId, rows).forEach(append::appendFile);
    append.commit();
    table.refresh();
    return findCommit(table, branch, commitId)
        .orElseThrow(
            () ->
                new CityLakeException(
                    Kind.INTERNAL,
                    "Table " + table.name() + " lost commit " + commitId + " of branch " + branch));
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
    Schema schema = table.schema();
    PartitionSpec spec = table.spec();
    RowRecords records = new RowRecords(table.name(), schema);
    OutputFileFactory files =
        OutputFileFactory.builderFor(table, 0, 0)
            .format(FileFormat.PARQUET)
            .operationId(commitId.replaceAll("[^0-9A-Za-z_-]", "_") + "-" + UUID.randomUUID())
            .build();
    FanoutDataWriter<Record> writer =
        new FanoutDataWriter<>(
            new GenericFileWriterFactory.Builder(table)
                .dataFileFormat(FileFormat.PARQUET)
                .dataSchema(schema)
                .build(),
            files,
            table.io(),
            FILE_BYTES);
    try (writer) {
      PartitionKey key = new PartitionKey(spec, schema);
      InternalRecordWrapper wrapper = new InternalRecordWrapper(schema.asStruct());
      for (Map<String, ? extends @Nullable Object> row : rows) {
        Record record = records.record(row);
        key.partition(wrapper.wrap(record));
        writer.write(record, spec, spec.isUnpartitioned() ? null : key);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write to "
              + table.name()
              + " at "
              + table.location()
              + ": see that the disk is there and has room",
          e);
    }
    return writer.result().dataFiles();
  }
}
