package org.citylake.streamingjobs.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.LiveStream;
import org.citylake.ingestion.connector.KafkaClient;
import org.citylake.streamingjobs.delivery.DeclaredSource;
import org.citylake.streamingjobs.live.event.EventTimes;
import org.citylake.streamingjobs.live.event.Interpreted;
import org.citylake.streamingjobs.live.metric.LiveMetricReporterFactory;
import org.citylake.streamingjobs.live.source.FolderFormat;
import org.citylake.streamingjobs.live.source.KafkaMessages;
import org.citylake.streamingjobs.table.LakeTables;

/**
 * The stream without end: every source's topics and inbox into the live tables. It goes on from its
 * newest checkpoint or savepoint, or from a given one with the tables taken back to it.
 */
public final class LiveStreamJob {
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** A failure that does not go away ends the stream, which tells that it did. */
  private static final int RESTARTS = 20;

  private static final int RETAINED = 3;

  private final LiveStreamConfig config;
  private final LakeTables tables;
  private final Map<String, String> environment;

  /**
   * A stream.
   *
   * @param environment variables that secrets are read from
   */
  public LiveStreamJob(
      LiveStreamConfig config, LakeTables tables, Map<String, String> environment) {
    this.config = config;
    this.tables = tables;
    this.environment = environment;
  }

  /** The running stream, and what it went on from. */
  public record Started(JobClient client, Optional<Path> from) {}

  /** Starts it. */
  public Started start() throws Exception {
    Optional<Path> from = from();
    LiveSinks sinks = LiveSinks.of(tables);
    StreamExecutionEnvironment flink =
        StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(configuration(from));
    flink.setParallelism(config.parallelism());
    flink.enableCheckpointing(config.checkpointSeconds() * 1000L, CheckpointingMode.EXACTLY_ONCE);
    LivePipeline pipeline = new LivePipeline(sinks);
    for (String id : config.sources()) {
      DeclaredSource source = new DeclaredSource(config.declarationRoots(), id);
      pipeline.add(source, messages(flink, source));
    }
    pipeline.end();
    return new Started(flink.executeAsync("live " + String.join(", ", config.sources())), from);
  }

  private Optional<Path> from() {
    List<Path> kept = List.of(folder("checkpoints"), folder("savepoints"));
    if (config.from() == null) {
      return NewestCheckpoint.in(kept).map(NewestCheckpoint::path);
    }
    Path from = Path.of(config.from());
    long number =
        NewestCheckpoint.number(from)
            .orElseThrow(
                () ->
                    new CityLakeException(
                        Kind.USER, from + " is no savepoint, or was not written to its end"));
    RollBack.to(tables, number);
    NewestCheckpoint.forgetAfter(number, kept);
    return Optional.of(from);
  }

  private DataStream<Interpreted> messages(
      StreamExecutionEnvironment flink, DeclaredSource source) {
    LiveStream stream = source.stream().live().orElseThrow();
    List<DataStream<Interpreted>> all = new ArrayList<>();
    FileSource<Interpreted> inbox =
        FileSource.forBulkFileFormat(
                new FolderFormat(source),
                new org.apache.flink.core.fs.Path(inbox(source.id()).toUri()))
            .monitorContinuously(LOOK)
            .build();
    // A source that has read its files to their end never says that it is idle (FLINK-39586), and
    // would hold all others at its last event: an operator of its own tells time, and idleness.
    all.add(
        read(flink, inbox, WatermarkStrategy.noWatermarks(), "inbox-" + source.id())
            .assignTimestampsAndWatermarks(EventTimes.of(stream)));
    config
        .kafka(source.declaration())
        .ifPresent(
            kafka ->
                all.add(
                    read(
                        flink,
                        KafkaMessages.of(source, kafka, KafkaClient.security(kafka, environment)),
                        EventTimes.of(stream),
                        "topics-" + source.id())));
    return all.stream().reduce(DataStream::union).orElseThrow();
  }

  private static DataStream<Interpreted> read(
      StreamExecutionEnvironment flink,
      Source<Interpreted, ?, ?> source,
      WatermarkStrategy<Interpreted> times,
      String name) {
    return flink.fromSource(source, times, name, Interpreted.TYPE).uid(name);
  }

  private Configuration configuration(Optional<Path> from) {
    Configuration configuration =
        LiveEnvironment.configuration(folder("checkpoints"), RESTARTS, from);
    configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    configuration.set(RestOptions.ADDRESS, "127.0.0.1");
    configuration.set(RestOptions.BIND_PORT, Integer.toString(config.webPort()));
    configuration.set(RestOptions.PORT, config.webPort());
    LiveMetricReporterFactory.configure(configuration);
    configuration.set(
        CheckpointingOptions.SAVEPOINT_DIRECTORY, folder("savepoints").toUri().toString());
    configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, RETAINED);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, RESTARTS);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
        Duration.ofMillis(500));
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(30));
    return configuration;
  }

  private Path inbox(String source) {
    return folder("inbox/" + source);
  }

  private Path folder(String name) {
    try {
      return Files.createDirectories(Path.of(config.folder()).resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make " + name + " in " + config.folder(), e);
    }
  }
}
