package org.citylake.streamingjobs.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
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
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types;
import org.citylake.streamingjobs.fault.FaultyTables;
import org.citylake.streamingjobs.fault.FaultyTables.Fault;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks that fail and commits that go wrong, by a seed: every row is in the table once. */
class ITExactlyOnceSink {
  private static final long ROWS = 30_000;
  private static final int RESTARTS = 30;
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, "id", Types.LongType.get()),
          Types.NestedField.required(2, "part", Types.IntegerType.get()));
  private static final TableIdentifier NAME = TableIdentifier.of("city", "reading");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void everyRowIsThereOnceWhateverFails(int seed, @TempDir Path warehouse) throws Exception {
    Random random = new Random(seed);
    CatalogLoader catalogs =
        CatalogLoader.hadoop(
            "lake",
            new org.apache.hadoop.conf.Configuration(),
            Map.of("warehouse", warehouse.toUri().toString()));
    Catalog catalog = catalogs.loadCatalog();
    ((SupportsNamespaces) catalog).createNamespace(Namespace.of("city"));
    Table table =
        catalog.createTable(
            NAME,
            SCHEMA,
            PartitionSpec.builderFor(SCHEMA).identity("part").build(),
            Map.of("format-version", "2", "commit.retry.min-wait-ms", "1"));
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      faults.add(Fault.values()[random.nextInt(Fault.values().length)]);
    }
    String plan = "seed " + seed + " " + warehouse;
    TableLoader loader = new FaultyTables(TableLoader.fromCatalog(catalogs, NAME), plan, faults);
    FailingMap.FAILURES.put(plan, new AtomicInteger(3));

    run(loader, plan, seed, 1 + random.nextInt(3));

    table.refresh();
    List<Long> ids = ids(table);
    Set<Long> distinct = new HashSet<>(ids);
    assertThat(distinct).as("%s: rows lost", faults).hasSize((int) ROWS);
    assertThat(ids).as("%s: rows doubled", faults).hasSize((int) ROWS);
    assertThat(table.snapshots())
        .allSatisfy(s -> assertThat(s.summary()).containsEntry("citylake.load-id", plan));
    assertThat(StreamSupport.stream(table.snapshots().spliterator(), false).count())
        .as("snapshots, one for a checkpoint")
        .isGreaterThan(2);
  }

  private static void run(TableLoader loader, String plan, int seed, int parallelism)
      throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(5));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
    environment.enableCheckpointing(40, CheckpointingMode.EXACTLY_ONCE);
    environment
        .fromSource(new NumberSequenceSource(1, ROWS), WatermarkStrategy.noWatermarks(), "numbers")
        .map(new FailingMap(plan, seed))
        .returns(InternalTypeInfo.of(FlinkSchemaUtil.convert(SCHEMA)))
        .sinkTo(ExactlyOnceSink.of(loader, "main", Map.of("citylake.load-id", plan)))
        .uid("readings");
    environment.execute();
  }

  private static List<Long> ids(Table table) throws IOException {
    List<Long> ids = new ArrayList<>();
    try (CloseableIterable<Record> records = IcebergGenerics.read(table).build()) {
      records.forEach(record -> ids.add((Long) record.getField("id")));
    }
    return ids;
  }

  /** Goes slowly enough for some checkpoints, and fails a few times at random. */
  private static final class FailingMap extends RichMapFunction<Long, RowData> {
    private static final long serialVersionUID = 1L;
    private static final Map<String, AtomicInteger> FAILURES = new ConcurrentHashMap<>();

    private final String plan;
    private final int seed;
    private transient Random random;

    FailingMap(String plan, int seed) {
      this.plan = plan;
      this.seed = seed;
    }

    @Override
    public void open(org.apache.flink.api.common.functions.OpenContext context) {
      random = new Random(seed + getRuntimeContext().getTaskInfo().getAttemptNumber());
    }

    @Override
    public RowData map(Long id) throws InterruptedException {
      if (id % 25 == 0) {
        Thread.sleep(1);
      }
      if (random.nextInt(6_000) == 0
          && Objects.requireNonNull(FAILURES.get(plan)).getAndDecrement() > 0) {
        throw new IllegalStateException("a task fails");
      }
      return GenericRowData.of(id, (int) (id % 3));
    }
  }
}
