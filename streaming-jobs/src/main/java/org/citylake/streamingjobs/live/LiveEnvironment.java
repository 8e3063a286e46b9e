package org.citylake.streamingjobs.live;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateRecoveryOptions;

/** What every live stream tells Flink, wherever it runs. */
public final class LiveEnvironment {
  private LiveEnvironment() {}

  /**
   * Checkpoints that outlive the process, and where to go on from.
   *
   * @param failures how many checkpoints may fail one after the other before the job does
   * @param from savepoint or checkpoint; empty for a new beginning
   */
  public static Configuration configuration(Path checkpoints, int failures, Optional<Path> from) {
    Configuration configuration = new Configuration();
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    configuration.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, failures);
    // Without it Flink reads state from the file byte by byte, and a restart takes half a minute.
    configuration.set(ExecutionOptions.SNAPSHOT_COMPRESSION, true);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    from.ifPresent(
        path -> configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, path.toUri().toString()));
    return configuration;
  }
}
