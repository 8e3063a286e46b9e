package org.citylake.streamingjobs.fault;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.highavailability.nonha.embedded.HaLeadershipControl;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.ExceptionUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Flink inside this process that lives through many runs, and whose parts can be taken away. */
final class WarmCluster implements AutoCloseable {
  private static final int TASK_MANAGERS = 2;
  private static final int SLOTS = 2;
  private static final Logger LOG = LoggerFactory.getLogger(WarmCluster.class);
  private static final long RETRY = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final MiniCluster cluster;
  private int started = TASK_MANAGERS;

  WarmCluster() throws Exception {
    cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(new Configuration())
                .setNumTaskManagers(TASK_MANAGERS)
                .setNumSlotsPerTaskManager(SLOTS)
                .setHaServices(MiniCluster.HaServices.WITH_LEADERSHIP_CONTROL)
                .withRandomPorts()
                .build());
    cluster.start();
  }

  JobID submit(StreamGraph graph) throws Exception {
    return get(cluster.submitJob(graph)).getJobID();
  }

  JobStatus status(JobID job) throws Exception {
    return get(cluster.getJobStatus(job));
  }

  /**
   * Waits for the end: empty text for a good one, else what went wrong. Empty when there is none in
   * time.
   */
  Optional<String> finished(JobID job, Duration time) throws Exception {
    try {
      JobResult result = cluster.requestJobResult(job).get(time.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.of(
          result.isSuccess()
              ? ""
              : result
                  .getSerializedThrowable()
                  .map(ExceptionUtils::stringifyException)
                  .orElse("cancelled"));
    } catch (TimeoutException e) {
      return Optional.empty();
    }
  }

  /** Ends the job, which may come to its end by itself at that moment. */
  void cancel(JobID job) throws Exception {
    cluster.cancelJob(job);
    while (!status(job).isGloballyTerminalState()) {
      Thread.sleep(5);
    }
  }

  /** A task manager ends, and another begins. */
  void replaceTaskManager() throws Exception {
    get(cluster.terminateTaskManager(started - 1));
    cluster.startTaskManager();
    started++;
  }

  /** The job's master loses its lead and gets it again. */
  void replaceJobManager(JobID job) throws Exception {
    HaLeadershipControl control = cluster.getHaLeadershipControl().orElseThrow();
    get(control.revokeJobMasterLeadership(job));
    Thread.sleep(20);
    get(control.grantJobMasterLeadership(job));
  }

  /**
   * Where the savepoint stands. A job whose tasks are just starting, or failing, makes none: it is
   * asked again. Empty when the job came to its end first.
   */
  Optional<Path> savepoint(JobID job, Path folder, boolean stop) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && !status(job).isGloballyTerminalState()) {
      CompletableFuture<String> made =
          stop
              ? cluster.stopWithSavepoint(
                  job, folder.toString(), false, SavepointFormatType.CANONICAL)
              : cluster.triggerSavepoint(
                  job, folder.toString(), false, SavepointFormatType.CANONICAL);
      try {
        return Optional.of(
            Path.of(URI.create(made.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))));
      } catch (ExecutionException e) {
        LOG.info("No savepoint of {} yet: {}", job, e.toString());
        Thread.sleep(RETRY);
      }
    }
    return Optional.empty();
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() throws Exception {
    cluster.close();
  }
}
