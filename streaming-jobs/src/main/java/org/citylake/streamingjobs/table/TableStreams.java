package org.citylake.streamingjobs.table;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.flink.FlinkSchemaUtil;
import org.apache.iceberg.flink.source.IcebergSource;
import org.citylake.streamingjobs.sink.ExactlyOnceSink;

/** Tables as bounded sources and as exactly-once sinks. */
public final class TableStreams {
  /** Snapshot property with the load's id. */
  public static final String LOAD_ID = "citylake.load-id";

  private final StreamExecutionEnvironment environment;
  private final LakeTables tables;

  /** Streams of one job. */
  public TableStreams(StreamExecutionEnvironment environment, LakeTables tables) {
    this.environment = environment;
    this.tables = tables;
  }

  /** The type of a table's rows. */
  public static TypeInformation<RowData> type(Table table) {
    return InternalTypeInfo.of(FlinkSchemaUtil.convert(table.schema()));
  }

  /** The rows of a snapshot that meet the filter, as far as files and pages can tell. */
  public DataStream<RowData> read(String fullName, long snapshotId, List<Expression> filters) {
    Table table = tables.load(fullName);
    IcebergSource<RowData> source =
        IcebergSource.forRowData()
            .tableLoader(tables.loader(fullName))
            .table(table)
            .useSnapshotId(snapshotId)
            .filters(filters)
            .build();
    return environment
        .fromSource(source, WatermarkStrategy.noWatermarks(), "read " + fullName, type(table))
        .uid("read-" + fullName);
  }

  /** Appends the rows to a branch, each once; rows of a partition go to one task. */
  public void append(DataStream<RowData> rows, String fullName, String branch, String loadId) {
    Table table = tables.load(fullName);
    DataStream<RowData> distributed =
        table.spec().isPartitioned() ? rows.keyBy(new PartitionHash(table), Types.INT) : rows;
    distributed
        .sinkTo(ExactlyOnceSink.of(tables.loader(fullName), branch, Map.of(LOAD_ID, loadId)))
        .name("append to " + fullName)
        .uid("append-" + fullName);
  }
}
