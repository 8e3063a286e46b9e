package org.citylake.streamingjobs.sink;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.table.data.RowData;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.flink.sink.TaskWriterFactory;
import org.apache.iceberg.io.TaskWriter;
import org.apache.iceberg.io.WriteResult;

/** Writes one task's rows to data files, and hands the files over at each checkpoint. */
final class TableWriter implements CommittingSinkWriter<RowData, WrittenFiles> {
  private final TaskWriterFactory<RowData> factory;
  private TaskWriter<RowData> writer;

  TableWriter(TaskWriterFactory<RowData> factory) {
    this.factory = factory;
    this.writer = factory.create();
  }

  @Override
  public void write(RowData row, Context context) throws IOException {
    writer.write(row);
  }

  @Override
  public void flush(boolean endOfInput) {}

  @Override
  public Collection<WrittenFiles> prepareCommit() throws IOException {
    WriteResult written = writer.complete();
    writer = factory.create();
    List<DataFile> files = Arrays.asList(written.dataFiles());
    if (files.isEmpty()) {
      return List.of();
    }
    return List.of(
        new WrittenFiles(
            UUID.randomUUID().toString(), WrittenFiles.UNKNOWN, System.currentTimeMillis(), files));
  }

  /** What was written since the last checkpoint comes again after a restart; its files go. */
  @Override
  public void close() throws IOException {
    writer.abort();
  }
}
