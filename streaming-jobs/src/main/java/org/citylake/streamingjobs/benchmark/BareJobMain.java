package org.citylake.streamingjobs.benchmark;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.citylake.core.process.JobFile;
import org.citylake.core.process.ParentWatch;
import org.citylake.streamingjobs.ReplayEnvironment;
import org.citylake.streamingjobs.table.LakeTables;
import org.citylake.streamingjobs.table.TableStreams;

/**
 * Generates rows of city.sensor_reading and writes them, and does nothing else: what a job costs at
 * least on this machine. Same engine settings, same sink, same partitions as the real job.
 */
public final class BareJobMain {
  private static final long HOUR = 3_600_000;
  private static final long START = 1_262_275_200_000L;
  private static final String[] SENSORS = {"jingan", "us_post", "xuhui"};
  private static final String HASH = "0".repeat(64);

  private BareJobMain() {}

  /** Runs {@code --job job.json}. */
  public static void main(String[] args) throws Exception {
    ParentWatch.start();
    BareJobConfig config = JobFile.read(Path.of(args[1]), BareJobConfig.class);
    Path result = Path.of(config.result());
    System.setProperty("citylake.log", result.resolveSibling("bare.log").toString());
    String token = Objects.requireNonNull(System.getenv(JobFile.CATALOG_TOKEN), "no token");
    try (LakeTables tables = LakeTables.rest(config.catalogUri(), token)) {
      long start = System.nanoTime();
      Path checkpoints = Files.createDirectories(result.resolveSibling("bare-checkpoints"));
      StreamExecutionEnvironment environment =
          ReplayEnvironment.local(
              config.parallelism(), checkpoints, ReplayEnvironment.CHECKPOINT_INTERVAL, null);
      DataStream<RowData> rows =
          environment
              .fromSource(
                  new NumberSequenceSource(0, config.readings() - 1),
                  WatermarkStrategy.noWatermarks(),
                  "numbers")
              .map(BareJobMain::row)
              .returns(TableStreams.type(tables.load(config.table())));
      new TableStreams(environment, tables).append(rows, config.table(), "main", "bare");
      environment.execute("bare");
      long written = tables.rows(config.table(), tables.head(config.table(), "main"));
      JobFile.write(result, new BareJobConfig.Result(written, (System.nanoTime() - start) / 1e9));
    }
    System.exit(0);
  }

  private static RowData row(long number) {
    long hour = number / SENSORS.length;
    long observedAt = START + hour * HOUR;
    return GenericRowData.of(
        StringData.fromString(SENSORS[(int) (number % SENSORS.length)]),
        StringData.fromString("pm25"),
        TimestampData.fromEpochMillis(observedAt),
        1,
        (int) ((observedAt + 8 * HOUR) / (24 * HOUR)),
        DecimalData.fromBigDecimal(BigDecimal.valueOf(number % 300).setScale(10), 38, 10),
        StringData.fromString("ug_m3"),
        true,
        StringData.fromString("310106"),
        StringData.fromString("bare"),
        StringData.fromString(HASH),
        hour + 2,
        TimestampData.fromEpochMillis(START));
  }
}
