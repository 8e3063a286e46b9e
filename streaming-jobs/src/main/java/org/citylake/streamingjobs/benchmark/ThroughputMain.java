package org.citylake.streamingjobs.benchmark;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.citylake.core.declaration.ConnectorDeclaration;
import org.citylake.core.process.JobFile;
import org.citylake.core.process.ParentWatch;
import org.citylake.streamingjobs.delivery.DeclaredSource;
import org.citylake.streamingjobs.live.LiveEnvironment;
import org.citylake.streamingjobs.live.LivePipeline;
import org.citylake.streamingjobs.live.LiveSinks;
import org.citylake.streamingjobs.live.LiveTable;
import org.citylake.streamingjobs.live.event.EventTimes;
import org.citylake.streamingjobs.live.event.Interpreted;
import org.citylake.streamingjobs.live.source.KafkaMessages;
import org.citylake.streamingjobs.table.LakeTables;

/**
 * Takes what a source's topics hold into the live tables, with everything on or by a bare job that
 * parses and writes, and tells how long it took: {@code --job job.json}.
 */
public final class ThroughputMain {
  private static final Duration CHECKPOINT = Duration.ofSeconds(5);

  private ThroughputMain() {}

  /**
   * What is run.
   *
   * @param catalogUri address of the catalog server
   * @param roots declaration folders, shipped first
   * @param source id of the live source
   * @param bare whether it only parses and writes
   * @param parallelism tasks of each operator
   * @param folder for checkpoints
   * @param result where the result goes
   */
  record Job(
      @JsonProperty("catalog_uri") String catalogUri,
      @JsonProperty("declaration_roots") List<String> roots,
      @JsonProperty("source") String source,
      @JsonProperty("bare") boolean bare,
      @JsonProperty("parallelism") int parallelism,
      @JsonProperty("folder") String folder,
      @JsonProperty("result") String result) {}

  /**
   * What it came to.
   *
   * @param rows events in the table
   * @param seconds from the moment that all tasks ran to the last commit
   */
  record Result(@JsonProperty("rows") long rows, @JsonProperty("seconds") double seconds) {}

  /** Runs it to its end. */
  public static void main(String[] args) throws Exception {
    ParentWatch.start();
    Job job = JobFile.read(Path.of(args[1]), Job.class);
    System.setProperty(
        "citylake.log", Path.of(job.result()).resolveSibling("throughput.log").toString());
    int code = 1;
    try {
      JobFile.write(Path.of(job.result()), run(job));
      code = 0;
    } finally {
      // Flink's threads would keep the process.
      Runtime.getRuntime().halt(code);
    }
  }

  private static Result run(Job job) throws Exception {
    String token = Objects.requireNonNull(System.getenv(JobFile.CATALOG_TOKEN), "no token");
    try (LakeTables tables = LakeTables.rest(job.catalogUri(), token)) {
      Path checkpoints = Files.createDirectories(Path.of(job.folder()).resolve("checkpoints"));
      StreamExecutionEnvironment flink =
          StreamExecutionEnvironment.createLocalEnvironment(
              job.parallelism(), LiveEnvironment.configuration(checkpoints, 0, Optional.empty()));
      flink.enableCheckpointing(CHECKPOINT.toMillis(), CheckpointingMode.EXACTLY_ONCE);
      build(flink, job, LiveSinks.of(tables));
      JobClient client = flink.executeAsync("throughput");
      while (client.getJobStatus().get() != JobStatus.RUNNING) {
        Thread.sleep(10);
      }
      long start = System.nanoTime();
      client.getJobExecutionResult().get();
      double seconds = (System.nanoTime() - start) / 1e9;
      String event = LiveTable.EVENT.fullName();
      return new Result(tables.rows(event, tables.head(event, "main")), seconds);
    }
  }

  private static void build(StreamExecutionEnvironment flink, Job job, LiveSinks sinks) {
    DeclaredSource source = new DeclaredSource(job.roots(), job.source());
    ConnectorDeclaration.Kafka kafka =
        (ConnectorDeclaration.Kafka) source.declaration().connector().orElseThrow();
    if (job.bare()) {
      sinks.append(
          flink.fromSource(
              KafkaMessages.upToNow(source, kafka, Map.of(), new BareReader(source)),
              WatermarkStrategy.noWatermarks(),
              "messages",
              sinks.type(LiveTable.EVENT)),
          LiveTable.EVENT);
      return;
    }
    LivePipeline pipeline = new LivePipeline(sinks);
    pipeline.add(
        source,
        flink.fromSource(
            KafkaMessages.upToNow(source, kafka, Map.of()),
            EventTimes.of(source.stream().live().orElseThrow()),
            "messages",
            Interpreted.TYPE));
    pipeline.end();
  }
}
