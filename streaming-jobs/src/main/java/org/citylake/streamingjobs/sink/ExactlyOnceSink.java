package org.citylake.streamingjobs.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.CommittableWithLineage;
import org.apache.flink.streaming.api.connector.sink2.SupportsPreCommitTopology;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.RowType;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.flink.FlinkSchemaUtil;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.flink.sink.RowDataTaskWriterFactory;
import org.apache.iceberg.util.PropertyUtil;

/**
 * Appends the rows of a stream to a table's branch, each once whatever fails, and in one snapshot
 * for a checkpoint. Rows that a checkpoint does not hold yet are in no snapshot.
 *
 * <p>Iceberg's own sink (1.11.0) numbers what it writes in a vertex without state; after a restart
 * it counts from 1 again and the committer leaves out files that it takes for older ones. Here
 * every task names its own files, and the table's history tells which are in (ADR 13).
 */
public final class ExactlyOnceSink
    implements Sink<RowData>,
        SupportsCommitter<WrittenFiles>,
        SupportsPreCommitTopology<WrittenFiles, WrittenFiles> {
  private static final long serialVersionUID = 1L;

  private final TableLoader loader;
  private final String branch;
  private final Map<String, String> properties;
  private final Table table;

  private ExactlyOnceSink(
      TableLoader loader, String branch, Map<String, String> properties, Table table) {
    this.loader = loader;
    this.branch = branch;
    this.properties = properties;
    this.table = table;
  }

  /**
   * A sink into a branch of the table that the loader loads.
   *
   * @param loader loads the table in each task
   * @param branch the branch; made by the first commit when it is not there
   * @param properties further properties of each snapshot
   */
  public static ExactlyOnceSink of(
      TableLoader loader, String branch, Map<String, String> properties) {
    TableLoader opened = loader.clone();
    opened.open();
    try (opened) {
      return new ExactlyOnceSink(
          loader, branch, properties, SerializableTable.copyOf(opened.loadTable()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close the catalog", e);
    }
  }

  @Override
  public SinkWriter<RowData> createWriter(WriterInitContext context) {
    RowType type = FlinkSchemaUtil.convert(table.schema());
    RowDataTaskWriterFactory factory =
        new RowDataTaskWriterFactory(
            table,
            type,
            PropertyUtil.propertyAsLong(
                table.properties(),
                TableProperties.WRITE_TARGET_FILE_SIZE_BYTES,
                TableProperties.WRITE_TARGET_FILE_SIZE_BYTES_DEFAULT),
            FileFormat.PARQUET,
            table.properties(),
            null,
            false);
    factory.initialize(
        context.getTaskInfo().getIndexOfThisSubtask(), context.getTaskInfo().getAttemptNumber());
    return new TableWriter(factory);
  }

  @Override
  public Committer<WrittenFiles> createCommitter(CommitterInitContext context) {
    return new TableCommitter(
        loader.clone(),
        branch,
        properties,
        CommitMetrics.of(context.metricGroup(), table.name(), Clock.systemUTC()));
  }

  @Override
  public DataStream<CommittableMessage<WrittenFiles>> addPreCommitTopology(
      DataStream<CommittableMessage<WrittenFiles>> written) {
    // One committer sees all files of a checkpoint, so that they come in one snapshot. Its most
    // parallelism stays the job's: it would pass to what is chained with it, and a savepoint could
    // not be read with other parallelism.
    return written
        .global()
        .map(ExactlyOnceSink::stamped)
        .returns(written.getType())
        .name("checkpoint of " + table.name())
        .uid("checkpoint-" + table.name() + "-" + branch)
        .setParallelism(1)
        .global();
  }

  private static CommittableMessage<WrittenFiles> stamped(
      CommittableMessage<WrittenFiles> message) {
    return message instanceof CommittableWithLineage<WrittenFiles> files
        ? files.map(written -> written.endedBy(files.getCheckpointId()))
        : message;
  }

  @Override
  public SimpleVersionedSerializer<WrittenFiles> getCommittableSerializer() {
    return new WrittenFilesSerializer();
  }

  @Override
  public SimpleVersionedSerializer<WrittenFiles> getWriteResultSerializer() {
    return getCommittableSerializer();
  }
}
