package org.citylake.streamingjobs.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.CheckpointingMode;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.flink.CatalogLoader;
import org.apache.iceberg.flink.FlinkSchemaUtil;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.flink.sink.IcebergSink;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sink promises before anything of ours is built on it. */
class ITIcebergSinkExactlyOnce {
  private static final long ROWS = 400_000;
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, "id", Types.LongType.get()),
          Types.NestedField.required(2, "name", Types.StringType.get()));
  private static final AtomicInteger FAILURES = new AtomicInteger();

  @Test
  void everyRowIsOnTheBranchOnceThoughATaskFails(@TempDir Path warehouse) throws Exception {
    FAILURES.set(0);
    CatalogLoader catalogs =
        CatalogLoader.hadoop(
            "lake",
            new org.apache.hadoop.conf.Configuration(),
            Map.of("warehouse", warehouse.toUri().toString()));
    Catalog catalog = catalogs.loadCatalog();
    ((SupportsNamespaces) catalog).createNamespace(Namespace.of("city"));
    TableIdentifier name = TableIdentifier.of("city", "reading");
    Table table =
        catalog.createTable(
            name, SCHEMA, PartitionSpec.unpartitioned(), Map.of("format-version", "2"));
    table.newAppend().commit();
    long main = table.currentSnapshot().snapshotId();
    table.manageSnapshots().createBranch("load_1", main).commit();

    Configuration configuration = new Configuration();
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 2);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
    env.enableCheckpointing(50, CheckpointingMode.EXACTLY_ONCE);
    DataStream<RowData> rows =
        env.fromSource(
                new NumberSequenceSource(1, ROWS), WatermarkStrategy.noWatermarks(), "numbers")
            .map(new FailingOnce())
            .returns(
                (TypeInformation<RowData>)
                    org.apache.flink.table.runtime.typeutils.InternalTypeInfo.of(
                        FlinkSchemaUtil.convert(SCHEMA)));
    IcebergSink.forRowData(rows)
        .table(table)
        .tableLoader(TableLoader.fromCatalog(catalogs, name))
        .toBranch("load_1")
        .uidSuffix("reading")
        .setSnapshotProperty("citylake.load-id", "1")
        .append();
    env.execute();

    table.refresh();
    assertThat(FAILURES).hasValue(1);
    assertThat(table.currentSnapshot().snapshotId()).isEqualTo(main);
    assertThat(table.snapshot("load_1").summary()).containsEntry("citylake.load-id", "1");
    Set<Object> ids = new HashSet<>();
    long count = 0;
    try (CloseableIterable<Record> records =
        IcebergGenerics.read(table).useSnapshot(table.snapshot("load_1").snapshotId()).build()) {
      for (Record record : records) {
        count++;
        ids.add(record.getField("id"));
      }
    }
    assertThat(count).isEqualTo(ROWS);
    assertThat(ids).hasSize((int) ROWS);
  }

  /** Fails once, after a checkpoint was completed and more rows went through. */
  private static final class FailingOnce extends RichMapFunction<Long, RowData>
      implements CheckpointListener {
    private static final long serialVersionUID = 1L;
    private transient long sinceCheckpoint;
    private transient boolean completed;

    @Override
    public RowData map(Long value) {
      if (completed && ++sinceCheckpoint > 1_000 && FAILURES.compareAndSet(0, 1)) {
        throw new IllegalStateException("injected");
      }
      return GenericRowData.of(value, StringData.fromString("n" + value));
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
      completed = true;
    }
  }
}
