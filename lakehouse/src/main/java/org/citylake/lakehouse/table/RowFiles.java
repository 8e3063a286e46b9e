package org.citylake.lakehouse.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.FanoutDataWriter;
import org.apache.iceberg.io.OutputFileFactory;
import org.jspecify.annotations.Nullable;

/** Writes rows into new files of a table, which no snapshot has yet. */
final class RowFiles implements Closeable {
  private static final long FILE_BYTES = 128L << 20;

  private final Table table;
  private final RowRecords records;
  private final PartitionKey key;
  private final InternalRecordWrapper wrapper;
  private final FanoutDataWriter<Record> writer;

  /**
   * Files of a table.
   *
   * @param name goes into the files' names
   */
  RowFiles(Table table, String name) {
    Schema schema = table.schema();
    this.table = table;
    this.records = new RowRecords(table.name(), schema);
    this.key = new PartitionKey(table.spec(), schema);
    this.wrapper = new InternalRecordWrapper(schema.asStruct());
    OutputFileFactory files =
        OutputFileFactory.builderFor(table, 0, 0)
            .format(FileFormat.PARQUET)
            .operationId(name.replaceAll("[^0-9A-Za-z_-]", "_") + "-" + UUID.randomUUID())
            .build();
    this.writer =
        new FanoutDataWriter<>(
            new GenericFileWriterFactory.Builder(table)
                .dataFileFormat(FileFormat.PARQUET)
                .dataSchema(schema)
                .build(),
            files,
            table.io(),
            FILE_BYTES);
  }

  void add(Map<String, ? extends @Nullable Object> row) {
    add(records.record(row));
  }

  void add(Record record) {
    PartitionSpec spec = table.spec();
    key.partition(wrapper.wrap(record));
    writer.write(record, spec, spec.isUnpartitioned() ? null : key);
  }

  /** The files, once they are whole. */
  List<DataFile> finish() {
    close();
    return writer.result().dataFiles();
  }

  /** Deletes what was written. */
  void discard() {
    finish().forEach(file -> table.io().deleteFile(file.location()));
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write to "
              + table.name()
              + " at "
              + table.location()
              + ": see that the disk is there and has room",
          e);
    }
  }
}
