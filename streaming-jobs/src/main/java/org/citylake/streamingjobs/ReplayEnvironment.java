package org.citylake.streamingjobs;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** Flink as a replay needs it: exactly once, a few restarts, nothing serialised by guess. */
public final class ReplayEnvironment {
  /**
   * Each checkpoint closes all open files and writes the state of all hours, so they are seldom. A
   * replay need not wait for one: Flink takes the last one as soon as all input has been read.
   */
  public static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

  private static final int RESTARTS = 3;

  private ReplayEnvironment() {}

  /**
   * A Flink inside this process.
   *
   * @param checkpointInterval from one checkpoint to the next
   * @param webPort port of Flink's page on loopback; null for none
   */
  public static StreamExecutionEnvironment local(
      int parallelism, Path checkpoints, Duration checkpointInterval, @Nullable Integer webPort) {
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
    environment.enableCheckpointing(checkpointInterval.toMillis(), CheckpointingMode.EXACTLY_ONCE);
    return environment;
  }

  private static Configuration configuration(Path checkpoints) {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    // Counts for the progress come with the heartbeats.
    configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofSeconds(2));
    // Without a bound a replay that cannot succeed would be tried for ever.
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
    return configuration;
  }
}
