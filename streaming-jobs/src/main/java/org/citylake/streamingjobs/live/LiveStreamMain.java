package org.citylake.streamingjobs.live;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.process.JobFile;
import org.citylake.core.process.ParentWatch;
import org.citylake.streamingjobs.live.metric.MetricsServer;
import org.citylake.streamingjobs.table.LakeTables;
import org.slf4j.LoggerFactory;

/**
 * Streams until it is stopped with a savepoint, or fails for good: {@code --job job.json}. When the
 * job runs, the result file says where.
 */
public final class LiveStreamMain {
  private LiveStreamMain() {}

  /** Ends with 0 when it was stopped, else with the failure's exit code and a message. */
  public static void main(String[] args) {
    ParentWatch.start();
    int code = 0;
    try {
      LiveStreamConfig config = JobFile.read(Path.of(args[1]), LiveStreamConfig.class);
      System.setProperty("citylake.log", config.log());
      run(config);
    } catch (Exception e) {
      CityLakeException told = told(e);
      LoggerFactory.getLogger(LiveStreamMain.class).error("The stream failed", e);
      System.err.println(told.getMessage());
      code = told.exitCode();
    }
    // Flink's threads would keep the process.
    Runtime.getRuntime().halt(code);
  }

  private static void run(LiveStreamConfig config) throws Exception {
    String token =
        Objects.requireNonNull(
            System.getenv(JobFile.CATALOG_TOKEN), "the environment has no catalog token");
    try (MetricsServer metrics = MetricsServer.start(config.metricsPort());
        LakeTables tables = LakeTables.rest(config.catalogUri(), token);
        LiveMaintenance maintenance =
            new LiveMaintenance(
                tables,
                LiveMaintenance.Limits.SHIPPED,
                line -> System.out.println("progress " + line))) {
      LiveStreamJob.Started started = new LiveStreamJob(config, tables, System.getenv()).start();
      LiveStreamConfig.Running running =
          new LiveStreamConfig.Running(
              started.client().getJobID().toString(),
              "http://127.0.0.1:" + config.webPort(),
              metrics.address(),
              config.sources(),
              started.from().map(Path::toString).orElse(""));
      JobFile.write(Path.of(config.result()), running);
      System.out.println(
          "progress Streaming "
              + String.join(", ", config.sources())
              + started.from().map(from -> ", going on from " + from).orElse(""));
      System.out.println("progress Metrics " + metrics.address());
      if (config.maintenanceSeconds() > 0) {
        maintenance.start(Duration.ofSeconds(config.maintenanceSeconds()));
      }
      started.client().getJobExecutionResult().get();
    }
  }

  private static CityLakeException told(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CityLakeException told) {
        return told;
      }
    }
    Throwable shown =
        failure instanceof ExecutionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return new CityLakeException(
        Kind.INTERNAL, "The stream failed: " + shown + "; its log tells where", failure);
  }
}
