package org.citylake.streamingjobs;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** Flink as a replay needs it: exactly once, few restarts, nothing serialised by guess. */
public final class ReplayEnvironment {
  private static final long SHORTEST_INTERVAL = 500;
  private static final long LONGEST_INTERVAL = 10_000;
  private static final long BYTES_PER_MILLISECOND = 10_000;
  private static final int RESTARTS = 3;

  private ReplayEnvironment() {}

  /**
   * A Flink inside this process.
   *
   * @param bytes size of the delivery: a replay ends with a checkpoint, so a small one has them
   *     often; a large one seldom, because each writes the state of all hours
   * @param webPort port of Flink's page on loopback; null for none
   */
  public static StreamExecutionEnvironment local(
      int parallelism, Path checkpoints, long bytes, @Nullable Integer webPort) {
    Configuration configuration = configuration(checkpoints);
    StreamExecutionEnvironment environment;
    if (webPort == null) {
      environment = StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
    } else {
      configuration.set(RestOptions.BIND_PORT, webPort.toString());
      configuration.set(RestOptions.PORT, webPort);
      environment = StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(configuration);
      environment.setParallelism(parallelism);
    }
    long interval =
        Math.min(LONGEST_INTERVAL, Math.max(SHORTEST_INTERVAL, bytes / BYTES_PER_MILLISECOND));
    environment.enableCheckpointing(interval, CheckpointingMode.EXACTLY_ONCE);
    return environment;
  }

  private static Configuration configuration(Path checkpoints) {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
    return configuration;
  }
}
